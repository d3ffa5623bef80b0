import { useForm } from '@conform-to/react'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { ImportFaults } from '#app/features/people/components/import-faults.tsx'
import { checkPaperFile } from '#app/features/qualifications/check-paper-list.server.ts'
import { paperColumns } from '#app/features/qualifications/paper-import.ts'
import { paperFileForm } from '#app/features/qualifications/paper-import-form.ts'
import { paperImportTexts as texts } from '#app/features/qualifications/paper-import-texts.ts'
import { paths } from '#app/paths.ts'
import { submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { Acts, Button } from '#app/ui/button.tsx'
import { FileField } from '#app/ui/file-field.tsx'
import { Form } from '#app/ui/form.tsx'
import { formatList } from '#app/ui/format.ts'
import { Page } from '#app/ui/page.tsx'
import { Section } from '#app/ui/section.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Bewijzen inlezen' }]

/** More than these are not shown: who has so many mends the file first. */
const faultsShown = 200

export async function loader(args: LoaderFunctionArgs) {
  authorize(await requireActor(args), 'qualification.import')
  return null
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'qualification.import')
  return submit(args.request, paperFileForm, async ({ file }) => {
    const bytes = new Uint8Array(await file.arrayBuffer())
    const checked = await checkPaperFile(database(), actor, { bytes, name: file.name })
    if (checked.outcome === 'faults') {
      const { faults } = checked
      return data({ result: undefined, faults: faults.slice(0, faultsShown), total: faults.length }, 422)
    }
    if (checked.outcome === 'nothing new') {
      return redirectWithNotice(paths.importPapers(), { kind: 'info', text: texts.nothingNew(checked.rows) })
    }
    const { importId, ignored } = checked
    const skipped = ignored.length > 0 ? ` Deze kolommen slaan we over: ${formatList(ignored)}.` : ''
    return redirectWithNotice(paths.checkedPapers(importId), {
      kind: 'info',
      text: `${texts.checked}${skipped}`,
    })
  })
}

export default function ImportPapers() {
  const answer = useActionData<typeof action>()
  const [form, fields] = useForm<{ file: string }>({ lastResult: answer?.result })
  const named = (wanted: boolean) =>
    paperColumns.filter((column) => Boolean(column.required) === wanted).map(({ names }) => names[0])
  return (
    <Page
      title="Bewijzen inlezen"
      intro="Zet de lijst van een school in de dossiers. Je ziet eerst wat er gaat veranderen."
      back={{ href: paths.managePeople(), label: 'Mensen' }}
      narrow
    >
      {answer && 'faults' in answer && <ImportFaults faults={answer.faults} total={answer.total} />}
      <Form form={form} encType="multipart/form-data" bare>
        <FileField
          field={fields.file}
          label="Bestand"
          hint="CSV of Excel (.xlsx), hooguit 10.000 rijen en 5 MB. Van een Excel-bestand telt het eerste blad."
          accept=".csv,.xlsx,text/csv"
          required
        />
        <Acts>
          <Button>Kijk na</Button>
        </Acts>
      </Form>
      <Section title="Wat er in het bestand staat" ruled>
        <p>Op de eerste regel staan de namen van de kolommen. Nodig zijn: {formatList(named(true))}.</p>
        <p>
          Mag erbij: {formatList(named(false))}. Wie het is, zeg je met een e-mailadres, of met een naam en
          een school. Zonder ‘geldig tot’ telt de gewone termijn van de soort. De mensen moeten al in het
          portaal staan.
        </p>
        <p>
          <a href={paths.papersSample('csv')} download>
            Voorbeeld als CSV
          </a>{' '}
          of{' '}
          <a href={paths.papersSample('xlsx')} download>
            als Excel
          </a>
        </p>
      </Section>
    </Page>
  )
}
