import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { leaveMailForm } from '#app/features/people/account-form.ts'
import {
  chooseMailKindsByLink,
  findLeaveLink,
  leaveMailByLink,
} from '#app/features/people/choose-mail-kinds.server.ts'
import { MailKindFields } from '#app/features/people/components/mail-kind-fields.tsx'
import { paths } from '#app/paths.ts'
import { submit } from '#app/platform/forms.server.ts'
import { mailKinds } from '#app/platform/mail/mail-kinds.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { Acts, Button } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { Section } from '#app/ui/section.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Minder mail' }, { name: 'robots', content: 'noindex' }]

/** Opening the link changes nothing: the seal in the address is the permission, and leaving is a press. */
export async function loader({ params }: LoaderFunctionArgs) {
  return orNotFound(await findLeaveLink(database(), params.sealed ?? ''))
}

/** A press on the page, or the one press of the reader's mail program, which expects no redirect (RFC 8058). */
export async function action({ request, params }: ActionFunctionArgs) {
  const sealed = params.sealed ?? ''
  orNotFound(await findLeaveLink(database(), sealed))
  return submit(request, leaveMailForm, async (input) => {
    if ('List-Unsubscribe' in input) {
      await leaveMailByLink(database(), sealed)
      return data({ done: true })
    }
    await chooseMailKindsByLink(database(), sealed, input.wanted)
    return redirectWithNotice(paths.leaveMail(sealed), 'Je keuze is opgeslagen.')
  })
}

export default function LeaveMail() {
  const { kind, wanted } = useLoaderData<typeof loader>()
  const done = useActionData<typeof action>() !== undefined
  const none = kind === 'digest' ? 'mail die je kunt missen' : mailKinds[kind].none
  const left = kind === 'digest' ? wanted.length === 0 : !wanted.includes(kind)
  return (
    <Page title="Minder mail" narrow>
      {left ? (
        <Notice kind="ok" title={`Je krijgt geen ${none} meer.`} role={done ? 'status' : undefined}>
          Toch wel? Zet hieronder een vinkje en sla het op.
        </Notice>
      ) : (
        <Form bare>
          <input type="hidden" name="List-Unsubscribe" value="One-Click" />
          <Acts>
            <Button>{`Stuur me geen ${none} meer`}</Button>
          </Acts>
        </Form>
      )}
      <Section title="Kies zelf" ruled>
        <Form bare>
          <input type="hidden" name="act" value="choose" />
          <MailKindFields wanted={wanted} />
          <Acts>
            <Button kind="secondary">Keuze opslaan</Button>
          </Acts>
        </Form>
      </Section>
    </Page>
  )
}
