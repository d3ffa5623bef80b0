import { useForm } from '@conform-to/react'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { checkImport } from '#app/features/people/check-import.server.ts'
import { ImportFaults } from '#app/features/people/components/import-faults.tsx'
import { peopleImportColumns } from '#app/features/people/people-import.ts'
import { importFileForm } from '#app/features/people/people-import-form.ts'
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

export const meta: MetaFunction = () => [{ title: 'Lijst inlezen' }]

/** More than these are not shown: who has so many mends the file first. */
const faultsShown = 200

export async function loader(args: LoaderFunctionArgs) {
  authorize(await requireActor(args), 'person.import')
  return null
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'person.import')
  return submit(args.request, importFileForm, async ({ file }) => {
    const bytes = new Uint8Array(await file.arrayBuffer())
    const { importId, faults = [], ignored } = await checkImport(database(), actor, bytes)
    if (importId === undefined) {
      return data({ result: undefined, faults: faults.slice(0, faultsShown), total: faults.length }, 422)
    }
    const skipped = ignored.length > 0 ? ` Deze kolommen slaan we over: ${formatList(ignored)}.` : ''
    return redirectWithNotice(paths.checkedImport(importId), {
      kind: 'info',
      text: `De lijst is nagekeken. Er is nog niets veranderd.${skipped}`,
    })
  })
}

export default function ImportPeople() {
  const answer = useActionData<typeof action>()
  const [form, fields] = useForm<{ file: string }>({ lastResult: answer?.result })
  const required = peopleImportColumns.filter((column) => column.required).map(({ names }) => names[0])
  const others = peopleImportColumns.filter((column) => !column.required).map(({ names }) => names[0])
  return (
    <Page
      title="Lijst inlezen"
      intro="Zet veel mensen in één keer in het portaal. Je ziet eerst wat er gaat veranderen."
      back={{ href: paths.managePeople(), label: 'Mensen' }}
      narrow
    >
      {answer && 'faults' in answer && <ImportFaults faults={answer.faults} total={answer.total} />}
      <Form form={form} encType="multipart/form-data" bare>
        <FileField
          field={fields.file}
          label="Bestand"
          hint="CSV of Excel (.xlsx), hooguit 5.000 rijen en 2 MB. Van een Excel-bestand telt het eerste blad."
          accept=".csv,.xlsx,text/csv"
          required
        />
        <Acts>
          <Button>Kijk na</Button>
        </Acts>
      </Form>
      <Section title="Wat er in het bestand staat" ruled>
        <p>Op de eerste regel staan de namen van de kolommen. Nodig zijn: {formatList(required)}.</p>
        <p>
          Mag erbij: {formatList(others)}. Zonder rol is iemand docent, zonder dag begint het vandaag. Heten
          twee scholen hetzelfde, zet de plaats dan achter de naam. Wie op twee scholen werkt, krijgt twee
          regels.
        </p>
        <p>
          <a href={paths.importSample()} download>
            Download een voorbeeld
          </a>
        </p>
      </Section>
    </Page>
  )
}
