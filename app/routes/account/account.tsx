import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireLogin } from '#app/access/require-actor.server.ts'
import { findFeedOfPerson } from '#app/features/agenda/calendar-feed-queries.server.ts'
import { FeedSection } from '#app/features/agenda/components/feed-section.tsx'
import { findAccount } from '#app/features/people/account-queries.server.ts'
import { AddressesSection } from '#app/features/people/components/addresses-section.tsx'
import { MailChoiceSection } from '#app/features/people/components/mail-choice-section.tsx'
import { MembershipsSection } from '#app/features/people/components/memberships-section.tsx'
import { PasswordSection } from '#app/features/people/components/password-section.tsx'
import { ProfileSection } from '#app/features/people/components/profile-section.tsx'
import { SessionsSection } from '#app/features/people/components/sessions-section.tsx'
import { deviceName } from '#app/features/people/device-name.ts'
import { MyDataSection } from '#app/features/privacy/components/my-data-section.tsx'
import { findErasureRequest } from '#app/features/privacy/erasure-queries.server.ts'
import { listSessions } from '#app/platform/authentication/session.server.ts'
import { readFormData } from '#app/platform/forms.server.ts'
import { Page } from '#app/ui/page.tsx'
import { database } from '#db/client.server.ts'
import { accountActions, shownAt } from './account-actions.server.ts'

export const meta: MetaFunction = () => [{ title: 'Mijn account' }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, session } = await requireLogin(args)
  authorize(actor, 'account.manage', actor)
  const [account, sessions, feed, erasureAskedAt] = await Promise.all([
    findAccount(database(), actor.personId),
    listSessions(database(), actor.personId),
    findFeedOfPerson(database(), actor.personId),
    findErasureRequest(database(), actor.personId),
  ])
  return {
    name: actor.name,
    account,
    feed,
    erasureAskedAt,
    sessions: sessions.map(({ idHash, userAgent, createdAt }) => ({
      idHash,
      device: deviceName(userAgent),
      createdAt,
      isHere: idHash === session.idHash,
    })),
  }
}

export async function action(args: ActionFunctionArgs) {
  const login = await requireLogin(args)
  authorize(login.actor, 'account.manage', login.actor)
  const form = await readFormData(args.request)
  const intent = String(form.get('intent'))
  if (!isAccountAction(intent)) throw new Response(null, { status: 400 })
  const answer = await accountActions[intent](login, form)
  if (answer instanceof Response) return answer
  return data({ intent: shownAt(intent), result: answer.data.result }, 422)
}

const isAccountAction = (intent: string): intent is keyof typeof accountActions =>
  Object.hasOwn(accountActions, intent)

export default function Account() {
  const { name, account, feed, erasureAskedAt, sessions } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <Page eyebrow={name} title="Mijn account" narrow>
      <ProfileSection account={account} reply={reply} />
      <MembershipsSection account={account} />
      <AddressesSection account={account} reply={reply} />
      <PasswordSection account={account} reply={reply} />
      <MailChoiceSection account={account} reply={reply} />
      <FeedSection feed={feed} />
      <SessionsSection sessions={sessions} />
      <MyDataSection askedAt={erasureAskedAt} />
    </Page>
  )
}
