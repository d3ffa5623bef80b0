import { useForm } from '@conform-to/react'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { approveEnrolment, declineEnrolment } from '#app/features/enrolment/answer-approval.server.ts'
import { ApprovalForm } from '#app/features/enrolment/components/approval-form.tsx'
import { EditionFacts } from '#app/features/enrolment/components/edition-facts.tsx'
import { TeamAbsence } from '#app/features/enrolment/components/team-absence.tsx'
import { approveForm } from '#app/features/enrolment/enrolment-form.ts'
import { enrolmentTexts } from '#app/features/enrolment/enrolment-texts.ts'
import { findLinkedEnrolment } from '#app/features/enrolment/link-queries.server.ts'
import { findTeamAbsence } from '#app/features/enrolment/team-absence-queries.server.ts'
import { actOnLink } from '#app/features/people/act-on-link.server.ts'
import { DeadLink } from '#app/features/people/components/dead-link.tsx'
import { paths } from '#app/paths.ts'
import { submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Page } from '#app/ui/page.tsx'
import { database } from '#db/client.server.ts'
import { loadLink } from '../load-link.server.ts'

export const meta: MetaFunction = () => [{ title: 'Goedkeuren' }, { name: 'robots', content: 'noindex' }]

/** Opening the link changes nothing; the answer is a press, without logging in. */
export async function loader(args: LoaderFunctionArgs) {
  const db = database()
  const request = await loadLink(args, (token) => findLinkedEnrolment(db, 'approve-enrolment', token))
  if (request?.approval !== 'pending') return data({ request: null }, 410)
  const { name, givenName, title, note, meetings, status, lessonsToCover } = request
  const absence = await findTeamAbsence(db, request.teamId, request.editionId, request.personId)
  const waiting = status === 'waitlisted'
  return data({ request: { name, givenName, title, note, meetings, absence, lessonsToCover, waiting } })
}

export async function action({ request, params }: ActionFunctionArgs) {
  return submit(request, approveForm, async ({ answer, reason }) => {
    const text = await actOnLink(
      database(),
      'approve-enrolment',
      params.token ?? '',
      async (trx, actor, subject) => {
        if (answer === 'approve') {
          return enrolmentTexts.approved((await approveEnrolment(trx, actor, subject)).name)
        }
        return enrolmentTexts.declined(
          (await declineEnrolment(trx, actor, subject, { reason: reason ?? '' })).name,
        )
      },
    )
    return redirectWithNotice(paths.home(), text)
  })
}

export default function Approve() {
  const { request } = useLoaderData<typeof loader>()
  const lastResult = useActionData<typeof action>()?.result
  const [form, fields] = useForm<{ answer: string; reason: string }>({ lastResult, id: 'beslissen' })
  if (!request) {
    return (
      <DeadLink act={<LinkButton href={paths.team()}>Bekijk je team</LinkButton>}>
        Er is al beslist, of de link is ouder dan twee weken.
      </DeadLink>
    )
  }
  return (
    <Page title={`Vind je het goed dat ${request.givenName} gaat?`} eyebrow="Goedkeuren" narrow>
      <p>
        <strong>{request.name}</strong> wil naar <strong>{request.title}</strong>.{' '}
        {request.waiting
          ? 'Het is nog vol; je collega staat op de wachtlijst.'
          : 'De plek wordt vrijgehouden tot jij beslist.'}
      </p>
      <EditionFacts meetings={request.meetings} />
      {request.note && (
        <p>
          Toelichting: <q>{request.note}</q>
        </p>
      )}
      <TeamAbsence absence={request.absence} lessons={request.lessonsToCover} />
      <ApprovalForm form={form} fields={fields} name={request.givenName} />
    </Page>
  )
}
