import type { ActionFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { LinkRequest } from '#app/features/people/components/link-request.tsx'
import { linkRequestForm } from '#app/features/people/link-request-form.ts'
import { mailLoginLink } from '#app/features/people/mail-login-link.server.ts'
import { personTexts } from '#app/features/people/person-texts.ts'
import { paths } from '#app/paths.ts'
import { submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { ownPath } from '#app/platform/own-path.ts'
import { Page } from '#app/ui/page.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Inloggen met een link' }]

export async function action({ request, context }: ActionFunctionArgs) {
  const { search, searchParams } = new URL(request.url)
  const onward = ownPath(searchParams.get('verder'))
  return submit(request, linkRequestForm, async ({ address }) => {
    const { networkAddress } = context
    const mailId = await mailLoginLink(database(), { address, networkAddress, onward })
    const notice = { kind: 'info' as const, text: personTexts.linkSent, mailId }
    return redirectWithNotice(paths.loginLinkRequest() + (onward ? search : ''), notice)
  })
}

export default function RequestLoginLink() {
  const actionData = useActionData<typeof action>()
  return (
    <Page
      title="Inloggen met een link"
      back={{ href: paths.login(), label: 'Inloggen' }}
      intro="Wij mailen je een link waarmee je inlogt zonder wachtwoord. Hij werkt een kwartier."
      narrow
    >
      <LinkRequest result={actionData?.result} button="Mail mij een link" />
    </Page>
  )
}
