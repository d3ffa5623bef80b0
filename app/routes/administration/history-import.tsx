import { useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { HistoryPreview } from '#app/features/history/components/history-preview.tsx'
import { HistoryStanding } from '#app/features/history/components/history-standing.tsx'
import { historyActForm } from '#app/features/history/history-form.ts'
import { findHistoryImport } from '#app/features/history/history-queries.server.ts'
import { takenBackText } from '#app/features/history/history-texts.ts'
import { startHistoryImport } from '#app/features/history/start-history.server.ts'
import { takeBackHistory } from '#app/features/history/take-back-history.server.ts'
import { paths } from '#app/paths.ts'
import { idFrom, submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { Acts, Button } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'
import { formatCount } from '#app/ui/format.ts'
import { Page } from '#app/ui/page.tsx'
import { Section } from '#app/ui/section.tsx'
import { TextArea } from '#app/ui/text-field.tsx'
import { database } from '#db/client.server.ts'

// While it is carried out the page comes again by itself: there is nothing on it to lose.
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `Lijst ${data.list.fileName}` : 'Lijst' },
  ...(data?.list.state === 'started' ? [{ httpEquiv: 'refresh', content: '2' }] : []),
]

export async function loader(args: LoaderFunctionArgs) {
  authorize(await requireActor(args), 'history.import')
  return { list: orNotFound(await findHistoryImport(database(), idFrom(args.params.id))) }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'history.import')
  const importId = idFrom(args.params.id)
  return submit(args.request, historyActForm, async (input) => {
    if (input.act === 'start') {
      await startHistoryImport(database(), actor, { importId })
      return redirectWithNotice(paths.historyImport(importId), {
        kind: 'info',
        text: 'We nemen de lijst over. Dat gaat vanzelf door, ook als je weggaat.',
      })
    }
    const done = await takeBackHistory(database(), actor, { importId }, input)
    return redirectWithNotice(paths.historyImport(importId), takenBackText(done))
  })
}

export default function HistoryImport() {
  const { list } = useLoaderData<typeof loader>()
  const [form, fields] = useForm<{ reason: string }>({ lastResult: useActionData<typeof action>()?.result })
  const { counts } = list.preview
  return (
    <Page
      title={list.fileName}
      eyebrow="Eerdere scholing overnemen"
      back={{ href: paths.history(), label: 'Alle lijsten' }}
    >
      {list.state === 'checked' ? (
        <>
          <HistoryPreview {...list.preview} />
          <Form form={form} bare>
            <input type="hidden" name="act" value="start" />
            <Acts>
              <Button>{`Neem ${formatCount(counts.add, 'deelname', 'deelnames')} over`}</Button>
            </Acts>
          </Form>
        </>
      ) : (
        <HistoryStanding list={list} />
      )}
      {list.state === 'done' && (
        <Section
          title="Haal de lijst terug"
          ruled
          intro="Alles wat met deze lijst is overgenomen, gaat er weer uit. Je kunt het bestand daarna opnieuw kiezen."
        >
          <Form form={form} bare>
            <input type="hidden" name="act" value="take-back" />
            <TextArea field={fields.reason} label="Reden" hint="Komt in het journaal." rows={2} required />
            <Acts>
              <Button kind="danger">Haal terug</Button>
            </Acts>
          </Form>
        </Section>
      )}
    </Page>
  )
}
