import { useForm } from '@conform-to/react'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { DeadLink } from '#app/features/people/components/dead-link.tsx'
import { NewPasswordField } from '#app/features/people/components/new-password-field.tsx'
import { findLinkOwner } from '#app/features/people/link-queries.server.ts'
import { newPasswordForm } from '#app/features/people/password-form.ts'
import { resetPassword } from '#app/features/people/set-password.server.ts'
import { paths } from '#app/paths.ts'
import { submit } from '#app/platform/forms.server.ts'
import { loadLink } from '#app/routes/load-link.server.ts'
import { Acts, Button, LinkButton } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'
import { Page } from '#app/ui/page.tsx'
import { database } from '#db/client.server.ts'
import { logIn } from './log-in.server.ts'

export const meta: MetaFunction = () => [
  { title: 'Nieuw wachtwoord kiezen' },
  { name: 'robots', content: 'noindex' },
]

export async function loader(args: LoaderFunctionArgs) {
  const owner = await loadLink(args, (token) => findLinkOwner(database(), 'reset-password', token))
  return data({ owner: owner ?? null }, owner ? 200 : 410)
}

export async function action({ request, params }: ActionFunctionArgs) {
  return submit(request, newPasswordForm, async ({ password }) => {
    const personId = await resetPassword(database(), params.token ?? '', { password })
    return logIn(request, personId, {
      kind: 'ok',
      text: 'Je nieuwe wachtwoord geldt. Op andere apparaten ben je uitgelogd.',
    })
  })
}

export default function ResetPassword() {
  const { owner } = useLoaderData<typeof loader>()
  const actionData = useActionData<typeof action>()
  const [form, fields] = useForm<{ password: string }>({ lastResult: actionData?.result, id: 'wachtwoord' })
  if (!owner) {
    return <DeadLink act={<LinkButton href={paths.forgotPassword()}>Vraag een nieuwe link</LinkButton>} />
  }
  return (
    <Page title="Nieuw wachtwoord kiezen" intro={`Voor het account van ${owner.name}.`} narrow>
      <Form form={form} bare>
        {/* For password managers, which keep a password with a name. */}
        <input type="hidden" name="username" autoComplete="username" value={owner.address} />
        <NewPasswordField field={fields.password} />
        <Acts>
          <Button>Wachtwoord opslaan en inloggen</Button>
        </Acts>
      </Form>
    </Page>
  )
}
