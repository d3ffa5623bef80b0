import type { LoaderFunctionArgs } from '@remix-run/node'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { findMeeting } from '#app/features/attendance/roster-queries.server.ts'
import { loadStanding } from '#app/features/check-in/check-in-page-queries.server.ts'
import { idFrom } from '#app/platform/forms.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { database } from '#db/client.server.ts'

/** Who is in by now, for the trainer's page while it is open. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const meeting = orNotFound(await findMeeting(database(), idFrom(args.params.id)))
  authorize(actor, 'attendance.record', { editionId: meeting.editionId, meetingId: meeting.id })
  return Response.json(await loadStanding(database(), meeting), {
    headers: { 'Cache-Control': 'private, no-store' },
  })
}
