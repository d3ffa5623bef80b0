import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { whyNotRecordable } from '#app/features/attendance/recordable.server.ts'
import { findMeeting } from '#app/features/attendance/roster-queries.server.ts'
import { answerCheckIn } from '#app/features/check-in/answer-check-in.server.ts'
import { stepAt } from '#app/features/check-in/check-in.ts'
import { codeOfStep } from '#app/features/check-in/check-in-code.server.ts'
import { answerSchema } from '#app/features/check-in/check-in-form.ts'
import { loadStanding } from '#app/features/check-in/check-in-page-queries.server.ts'
import { secretOf } from '#app/features/check-in/check-in-secret.server.ts'
import { checkInTexts } from '#app/features/check-in/check-in-texts.ts'
import { TrainerCheckIn } from '#app/features/check-in/components/trainer-check-in.tsx'
import { paths } from '#app/paths.ts'
import { now } from '#app/platform/clock.ts'
import { firstError } from '#app/platform/first-error.ts'
import { idFrom, submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { formatTimeRange, formatWeekday } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { database } from '#db/client.server.ts'

export const handle = { hydrated: true }

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `Inchecken bij ${data.meeting.title}` : 'Inchecken' },
]

/** The one page that may use the camera: to scan a participant's own code. */
export const headers: HeadersFunction = ({ loaderHeaders }) => {
  loaderHeaders.set(
    'Permissions-Policy',
    'camera=(self), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
  )
  return loaderHeaders
}

async function meetingOf(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await requireActor(args)
  const meeting = orNotFound(await findMeeting(database(), idFrom(args.params.id)))
  authorize(actor, 'attendance.record', { editionId: meeting.editionId, meetingId: meeting.id })
  return { actor, meeting }
}

/** The secret goes along from the meeting's own day until its end, to whoever may record who is there. */
export async function loader(args: LoaderFunctionArgs) {
  const { actor, meeting } = await meetingOf(args)
  const { id, title, number, startsAt, endsAt, editionStatus } = meeting
  const notNow =
    whyNotRecordable({ ...meeting }) ??
    (editionStatus === 'closed' || endsAt <= now() ? checkInTexts.overForTrainer : null)
  const secret = notNow ? null : await secretOf(database(), id)
  return data({
    meeting: { id, title, number, startsAt, endsAt },
    personId: actor.personId,
    notNow,
    origin: new URL(args.request.url).origin,
    standing: await loadStanding(database(), meeting),
    codes: secret && { secret: secret.toString('base64'), first: codeOfStep(secret, stepAt(now())) },
  })
}

export async function action(args: ActionFunctionArgs) {
  const { actor, meeting } = await meetingOf(args)
  return submit(args.request, answerSchema, async ({ enrolmentId, act }) => {
    const confirmed = act === 'confirm'
    await answerCheckIn(database(), actor, { meetingId: meeting.id, enrolmentId }, { confirmed })
    const said = confirmed
      ? 'Bevestigd: als aanwezig genoteerd.'
      : 'Niet bevestigd. De presentie bleef zoals die was.'
    return redirectWithNotice(paths.trainerCheckIn(meeting.id), said)
  })
}

export default function TrainerCheckInPage() {
  const { meeting, personId, notNow, origin, standing, codes } = useLoaderData<typeof loader>()
  const refused = firstError(useActionData<typeof action>()?.result)
  return (
    <Page
      title="Inchecken"
      eyebrow={`${meeting.title}, bijeenkomst ${meeting.number} · ${formatWeekday(meeting.startsAt)}, ${formatTimeRange(meeting.startsAt, meeting.endsAt)}`}
      back={{ href: paths.roster(meeting.id), label: 'Presentie' }}
    >
      {refused && (
        <Notice kind="stop" role="alert">
          {refused}
        </Notice>
      )}
      {notNow || !codes ? (
        <Notice>{notNow}</Notice>
      ) : (
        <TrainerCheckIn
          key={meeting.id}
          meeting={meeting}
          personId={personId}
          first={standing}
          secret={codes.secret}
          firstCode={codes.first}
          origin={origin}
        />
      )}
    </Page>
  )
}
