import type { ActionFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { LinkRequest } from '#app/features/people/components/link-request.tsx'
import { linkRequestForm } from '#app/features/people/link-request-form.ts'
import { mailPasswordReset } from '#app/features/people/mail-login-link.server.ts'
import { personTexts } from '#app/features/people/person-texts.ts'
import { paths } from '#app/paths.ts'
import { submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { Page } from '#app/ui/page.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Wachtwoord vergeten' }]

export async function action({ request, context }: ActionFunctionArgs) {
  return submit(request, linkRequestForm, async ({ address }) => {
    const { networkAddress } = context
    const mailId = await mailPasswordReset(database(), { address, networkAddress })
    return redirectWithNotice(paths.forgotPassword(), { kind: 'info', text: personTexts.linkSent, mailId })
  })
}

export default function ForgotPassword() {
  const actionData = useActionData<typeof action>()
  return (
    <Page
      title="Wachtwoord vergeten"
      back={{ href: paths.login(), label: 'Inloggen' }}
      intro="Wij mailen je een link waarmee je een nieuw wachtwoord kiest. Hij werkt een uur."
      narrow
    >
      <LinkRequest result={actionData?.result} button="Mail mij een link" />
    </Page>
  )
}
