import { useForm } from '@conform-to/react'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { checkHistoryFile } from '#app/features/history/check-history.server.ts'
import { HistoryColumns } from '#app/features/history/components/history-columns.tsx'
import { HistoryList } from '#app/features/history/components/history-list.tsx'
import { historyFileForm } from '#app/features/history/history-form.ts'
import { listHistoryImports } from '#app/features/history/history-queries.server.ts'
import { nothingNewText } from '#app/features/history/history-texts.ts'
import { ImportFaults } from '#app/features/people/components/import-faults.tsx'
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

export const meta: MetaFunction = () => [{ title: 'Eerdere scholing overnemen' }]

/** More than these are not shown: who has so many mends the file first. */
const faultsShown = 200

export async function loader(args: LoaderFunctionArgs) {
  authorize(await requireActor(args), 'history.import')
  return { lists: await listHistoryImports(database()) }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'history.import')
  return submit(args.request, historyFileForm, async ({ file }) => {
    const bytes = new Uint8Array(await file.arrayBuffer())
    const checked = await checkHistoryFile(database(), actor, { bytes, name: file.name })
    if (checked.outcome === 'faults') {
      const { faults, ignored } = checked
      return data(
        { result: undefined, faults: faults.slice(0, faultsShown), total: faults.length, ignored },
        422,
      )
    }
    if (checked.outcome === 'nothing new') {
      return redirectWithNotice(paths.history(), { kind: 'info', text: nothingNewText(checked.rows) })
    }
    const { importId, ignored } = checked
    const skipped = ignored.length > 0 ? ` Deze kolommen slaan we over: ${formatList(ignored)}.` : ''
    return redirectWithNotice(paths.historyImport(importId), {
      kind: 'info',
      text: `De lijst is nagekeken. Er is nog niets veranderd.${skipped}`,
    })
  })
}

export default function History() {
  const { lists } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [form, fields] = useForm<{ file: string }>({ lastResult: answer?.result })
  return (
    <Page
      title="Eerdere scholing overnemen"
      intro="Zet in het portaal wat mensen deden voordat het er was. Je ziet eerst wat er gaat veranderen."
      back={{ href: paths.managePeople(), label: 'Mensen' }}
    >
      {answer && 'faults' in answer && (
        <>
          <ImportFaults faults={answer.faults} total={answer.total} />
          {answer.ignored.length > 0 && <p>Deze kolommen slaan we over: {formatList(answer.ignored)}.</p>}
        </>
      )}
      <Form form={form} encType="multipart/form-data" bare>
        <FileField
          field={fields.file}
          label="Bestand"
          hint="CSV of Excel (.xlsx), hooguit 25.000 rijen en 10 MB. Van een Excel-bestand telt het eerste blad."
          accept=".csv,.xlsx,text/csv"
          required
        />
        <Acts>
          <Button>Kijk na</Button>
        </Acts>
      </Form>
      <Section title="Wat er in het bestand staat" ruled>
        <HistoryColumns />
      </Section>
      <Section title="Lijsten" ruled>
        <HistoryList lists={lists} />
      </Section>
    </Page>
  )
}
