import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { currentActor } from '#app/access/require-actor.server.ts'
import { EditionFacts } from '#app/features/enrolment/components/edition-facts.tsx'
import { type Confirmed, confirmEnrolment } from '#app/features/enrolment/confirm-enrolment.server.ts'
import { enrolmentTexts } from '#app/features/enrolment/enrolment-texts.ts'
import { findLinkedEnrolment } from '#app/features/enrolment/link-queries.server.ts'
import { DeadLink } from '#app/features/people/components/dead-link.tsx'
import { paths } from '#app/paths.ts'
import { firstError } from '#app/platform/first-error.ts'
import { submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice, type Notice as TellNotice } from '#app/platform/notices.server.ts'
import { logIn } from '#app/routes/account/log-in.server.ts'
import { Acts, Button, LinkButton } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { database } from '#db/client.server.ts'
import { loadLink } from '../load-link.server.ts'

export const meta: MetaFunction = () => [
  { title: 'Inschrijving bevestigen' },
  { name: 'robots', content: 'noindex' },
]

/** Opening the link changes nothing: the button confirms, and logs in who has just made an account by it. */
export async function loader(args: LoaderFunctionArgs) {
  const enrolment = await loadLink(args, (token) =>
    findLinkedEnrolment(database(), 'confirm-enrolment', token),
  )
  return data({ enrolment: enrolment ?? null }, enrolment ? 200 : 410)
}

export async function action(args: ActionFunctionArgs) {
  const { request, params } = args
  return submit(request, z.object({}), async () => {
    const confirmed = await confirmEnrolment(database(), params.token ?? '')
    const notice = noticeOf(confirmed)
    if (confirmed.isNew) return logIn(request, confirmed.personId, notice)
    // An account that was there already is entered by its own ways: this link lasts a day, a login link a quarter of an hour.
    const actor = await currentActor(args)
    const isOwner = actor?.personId === confirmed.personId
    return redirectWithNotice(isOwner ? paths.mine() : paths.login(), notice)
  })
}

function noticeOf(confirmed: Confirmed): TellNotice {
  if ('refused' in confirmed) return { kind: 'warn', text: confirmed.refused }
  const { status, position, mailId } = confirmed.admitted
  return { kind: 'ok', text: enrolmentTexts.enrolled[status](confirmed.title, position), mailId }
}

export default function Confirm() {
  const { enrolment } = useLoaderData<typeof loader>()
  const refused = firstError(useActionData<typeof action>()?.result)
  if (!enrolment) {
    return (
      <DeadLink act={<LinkButton href={paths.catalogue()}>Bekijk het aanbod</LinkButton>}>
        Heb je al bevestigd? Dan staat je inschrijving bij Mijn overzicht. Anders is de plek vervallen:
        schrijf je dan opnieuw in.
      </DeadLink>
    )
  }
  return (
    <Page title={enrolment.title} eyebrow="Inschrijving bevestigen" narrow>
      <EditionFacts meetings={enrolment.meetings} />
      {refused && <Notice kind="stop">{refused}</Notice>}
      <p>
        Dag {enrolment.givenName}. Met deze knop bevestig je dat dit jouw adres is en maak je de inschrijving
        af.
      </p>
      <Form bare>
        <Acts>
          <Button>Bevestig mijn inschrijving</Button>
        </Acts>
      </Form>
    </Page>
  )
}
