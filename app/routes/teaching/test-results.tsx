import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { ResultFields } from '#app/features/attendance/components/result-fields.tsx'
import { ResultTable } from '#app/features/attendance/components/result-table.tsx'
import { recordTestResults } from '#app/features/attendance/record-test-results.server.ts'
import { readResultForm } from '#app/features/attendance/teaching-form.ts'
import { findTaughtEdition } from '#app/features/attendance/teaching-queries.server.ts'
import { listTestResults } from '#app/features/attendance/test-result-queries.server.ts'
import { paths } from '#app/paths.ts'
import { idFrom, readFormData } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { notFound, orNotFound, Refusal } from '#app/platform/refusal.ts'
import { Acts, Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { FieldRow, Form } from '#app/ui/form.tsx'
import { formatCount } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `Uitslagen ${data.title}` : 'Uitslagen' },
]

async function testOf(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await requireActor(args)
  const edition = orNotFound(await findTaughtEdition(database(), idFrom(args.params.id)))
  authorize(actor, 'test-result.record', { editionId: edition.id })
  if (edition.test !== 'organiser') throw notFound()
  return { actor, edition, rows: await listTestResults(database(), edition.id) }
}

export async function loader(args: LoaderFunctionArgs) {
  const { edition, rows } = await testOf(args)
  return { id: edition.id, title: edition.title, closed: edition.status === 'closed', rows }
}

export async function action(args: ActionFunctionArgs) {
  const { actor, edition, rows } = await testOf(args)
  const form = await readFormData(args.request)
  const ids = rows.map(({ enrolmentId }) => enrolmentId)
  const { results, errors } = readResultForm(form, ids)
  const typed = Object.fromEntries(
    [...form].filter((it): it is [string, string] => typeof it[1] === 'string'),
  )
  if (errors.length > 0)
    return data(
      { errors, typed, sentence: 'Er is nog niets bewaard. Kijk bij de namen wat er ontbreekt.' },
      422,
    )
  try {
    const fresh = await recordTestResults(database(), actor, edition.id, results)
    const said =
      fresh === 0 ? 'Alles stond er al zo.' : `${formatCount(fresh, 'uitslag', 'uitslagen')} bewaard.`
    return redirectWithNotice(paths.testResults(edition.id), said)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return data({ errors: [], typed, sentence: error.message }, 422)
  }
}

export default function TestResults() {
  const { id, title, closed, rows } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const typed = reply?.typed ?? null
  return (
    <Page
      title="Uitslagen van de toets"
      eyebrow={title}
      back={{ href: paths.teachingEdition(id), label: title }}
      intro="Wie slaagt, krijgt bij het afronden een certificaat in plaats van een bewijs van deelname."
    >
      {reply && (
        <Notice kind="stop" role="alert">
          {reply.sentence}
        </Notice>
      )}
      {closed && (
        <Notice>
          Deze uitvoering is afgerond. Alleen als een coördinator haar heropent, kun je nog iets veranderen.
        </Notice>
      )}
      {rows.length === 0 ? (
        <EmptyState title="Er doet nog niemand mee.">
          Hier vul je straks van elke deelnemer de uitslag in.
        </EmptyState>
      ) : closed ? (
        <ResultTable rows={rows} />
      ) : (
        <Form keep bare aria-label="Uitslagen">
          <FieldRow>
            <TextField
              field={{ id: 'day', name: 'day', defaultValue: typed?.day }}
              label="Dag van de toets"
              hint="Voor wie hieronder geen eigen dag heeft, als 3-12-2026"
              autoComplete="off"
            />
            <TextField
              field={{ id: 'examiner', name: 'examiner', defaultValue: typed?.examiner }}
              label="Examinator"
              hint="Voor wie hieronder geen eigen examinator heeft"
              autoComplete="off"
            />
          </FieldRow>
          <ResultFields rows={rows} errors={reply?.errors ?? []} typed={typed} />
          <Acts>
            <Button>Bewaar uitslagen</Button>
          </Acts>
        </Form>
      )}
    </Page>
  )
}
