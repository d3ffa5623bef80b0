import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { listCalls } from '#app/features/enrolment/call-queries.server.ts'
import { CallList } from '#app/features/enrolment/components/call-list.tsx'
import { markReached } from '#app/features/enrolment/mark-reached.server.ts'
import { reachedForm } from '#app/features/enrolment/trainer-form.ts'
import { findTrainedMeeting } from '#app/features/enrolment/trainer-queries.server.ts'
import { paths } from '#app/paths.ts'
import { idFrom, submit } from '#app/platform/forms.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { formatCount, formatTimeRange, formatWeekday } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Deelnemers bellen' }]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const meeting = orNotFound(await findTrainedMeeting(database(), idFrom(args.params.id)))
  authorize(actor, 'participants.ring', { editionId: meeting.editionId, meetingId: meeting.id })
  return { meeting, calls: await listCalls(database(), meeting.id), coordinates: actor.isCoordinator }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const meeting = orNotFound(await findTrainedMeeting(database(), idFrom(args.params.id)))
  authorize(actor, 'participants.ring', { editionId: meeting.editionId, meetingId: meeting.id })
  return submit(args.request, reachedForm, async ({ act, enrolmentId }) => {
    await markReached(database(), actor, meeting.id, { enrolmentId, reached: act === 'reached' })
    return redirect(paths.callParticipants(meeting.id), { status: 303 })
  })
}

export default function CallParticipants() {
  const { meeting, calls, coordinates } = useLoaderData<typeof loader>()
  const reached = calls.filter(({ reachedAt }) => reachedAt).length
  return (
    <Page
      title="Deelnemers bellen"
      eyebrow={`${meeting.title}, ${meeting.code}`}
      intro={`${formatWeekday(meeting.startsAt)}, ${formatTimeRange(meeting.startsAt, meeting.endsAt)}`}
      back={
        coordinates
          ? { href: paths.manageEdition(meeting.editionId), label: 'Uitvoering' }
          : { href: paths.teaching(), label: 'Lesgeven' }
      }
    >
      {meeting.status === 'cancelled' && <Notice kind="warn" title="Deze bijeenkomst gaat niet door." />}
      {calls.length > 0 && (
        <p>
          {reached} van {formatCount(calls.length, 'deelnemer', 'deelnemers')} bereikt. De nummers zijn voor
          de dag zelf.
        </p>
      )}
      <CallList calls={calls} ticks />
    </Page>
  )
}
