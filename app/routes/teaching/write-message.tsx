import { randomUUID } from 'node:crypto'
import { useForm } from '@conform-to/react'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { MessageFields, type MessageValues } from '#app/features/messages/components/message-fields.tsx'
import { MessagePreview } from '#app/features/messages/components/message-preview.tsx'
import { editionMessageForm } from '#app/features/messages/edition-message-form.ts'
import {
  countReaders,
  findWrittenEdition,
  listReaders,
} from '#app/features/messages/edition-message-queries.server.ts'
import { messageTexts } from '#app/features/messages/edition-message-texts.ts'
import { sendEditionMessage } from '#app/features/messages/send-edition-message.server.ts'
import { paths } from '#app/paths.ts'
import { idFrom, submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { orNotFound, Refusal } from '#app/platform/refusal.ts'
import { Acts, Button } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'
import { Page } from '#app/ui/page.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Bericht schrijven' }]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const edition = orNotFound(await findWrittenEdition(database(), idFrom(args.params.id)))
  authorize(actor, 'message.send', { editionId: edition.id })
  return {
    edition,
    counts: await countReaders(database(), edition.id),
    formKey: randomUUID(),
    writer: actor.name,
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const id = idFrom(args.params.id)
  authorize(actor, 'message.send', { editionId: id })
  const answer = await submit(args.request, editionMessageForm, async (input) => {
    if (input.act === 'send') {
      const { sent } = await sendEditionMessage(database(), actor, { id }, input)
      return redirectWithNotice(paths.sentMails(id), messageTexts.sent(sent))
    }
    const readers = await listReaders(database(), id, input)
    const reached = readers.filter(({ reachable }) => reachable)
    if (reached.length === 0) throw new Refusal(messageTexts.nobody, 'audience')
    return {
      typed: { ...input, meetingId: input.meetingId ? String(input.meetingId) : '' },
      preview: input.act === 'preview',
      reached: reached.length,
      unreached: readers.filter(({ reachable }) => !reachable).map(({ name }) => name),
    }
  })
  if (answer instanceof Response) return answer
  if ('typed' in answer) return data({ ...answer, result: undefined })
  return data(
    { typed: undefined, preview: false, reached: 0, unreached: [], result: answer.data.result },
    422,
  )
}

export default function WriteMessage() {
  const { edition, counts, formKey, writer } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const typed = reply?.typed
  const latest = edition.latestMeetingId ? String(edition.latestMeetingId) : ''
  const [form, fields] = useForm<MessageValues>({
    lastResult: reply?.result,
    defaultValue: typed ?? { formKey, audience: 'participants', meetingId: latest },
  })
  return (
    <Page
      title={reply?.preview ? 'Klopt het zo?' : 'Bericht schrijven'}
      eyebrow={`${edition.title}, ${edition.code}`}
      intro={
        reply?.preview
          ? undefined
          : 'Ieder krijgt een eigen mail. Antwoorden komen in jouw mail, niet bij de anderen.'
      }
      back={{ href: paths.sentMails(edition.id), label: 'Verstuurd' }}
      narrow
    >
      {reply?.preview && typed ? (
        <MessagePreview
          values={typed}
          title={edition.title}
          writer={writer}
          reached={reply.reached}
          unreached={reply.unreached}
        />
      ) : (
        <Form form={form} keep>
          <MessageFields fields={fields} meetings={edition.meetings} counts={counts} />
          <Acts>
            <Button name="act" value="preview">
              Bekijk het bericht
            </Button>
          </Acts>
        </Form>
      )}
    </Page>
  )
}
