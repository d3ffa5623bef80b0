import { useForm } from '@conform-to/react'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { acceptInvitation } from '#app/features/people/accept-invitation.server.ts'
import { DeadLink } from '#app/features/people/components/dead-link.tsx'
import { NewPasswordField } from '#app/features/people/components/new-password-field.tsx'
import { findLinkOwner } from '#app/features/people/link-queries.server.ts'
import { invitationForm } from '#app/features/people/password-form.ts'
import { paths } from '#app/paths.ts'
import { submit } from '#app/platform/forms.server.ts'
import { loadLink } from '#app/routes/load-link.server.ts'
import { Acts, Button, LinkButton } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'
import { Page } from '#app/ui/page.tsx'
import { Section } from '#app/ui/section.tsx'
import { database } from '#db/client.server.ts'
import { logIn } from './log-in.server.ts'

export const meta: MetaFunction = () => [{ title: 'Welkom' }, { name: 'robots', content: 'noindex' }]

export async function loader(args: LoaderFunctionArgs) {
  const owner = await loadLink(args, (token) => findLinkOwner(database(), 'invitation', token))
  return data({ owner: owner ?? null }, owner ? 200 : 410)
}

export async function action({ request, params }: ActionFunctionArgs) {
  return submit(request, invitationForm, async (input) => {
    const personId = await acceptInvitation(database(), params.token ?? '', input)
    return logIn(request, personId, { kind: 'ok', text: 'Welkom. Je account is in gebruik.' })
  })
}

export default function AcceptInvitation() {
  const { owner } = useLoaderData<typeof loader>()
  const actionData = useActionData<typeof action>()
  const [form, fields] = useForm<{ password: string }>({ lastResult: actionData?.result, id: 'welkom' })
  if (!owner) {
    return (
      <DeadLink act={<LinkButton href={paths.loginLinkRequest()}>Vraag een inloglink</LinkButton>}>
        Je account is er nog: met een inloglink kom je er ook in.
      </DeadLink>
    )
  }
  return (
    <Page title={`Welkom, ${owner.givenName}`} intro={`Je account hoort bij ${owner.address}.`} narrow>
      <Section title="Met een wachtwoord">
        <Form form={form} bare>
          <input type="hidden" name="username" autoComplete="username" value={owner.address} />
          <NewPasswordField field={fields.password} />
          <Acts>
            <Button name="how" value="password">
              Wachtwoord opslaan en inloggen
            </Button>
          </Acts>
        </Form>
      </Section>
      <Section
        title="Zonder wachtwoord"
        intro="Je vraagt dan elke keer een inloglink per mail. Een wachtwoord kiezen kan later ook nog."
      >
        <Form bare>
          <Acts>
            <Button kind="secondary" name="how" value="links">
              Verder zonder wachtwoord
            </Button>
          </Acts>
        </Form>
      </Section>
    </Page>
  )
}
