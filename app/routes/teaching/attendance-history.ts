import type { LoaderFunctionArgs } from '@remix-run/node'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { findMeeting, listHistory } from '#app/features/attendance/roster-queries.server.ts'
import { idFrom } from '#app/platform/forms.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { database } from '#db/client.server.ts'

/** The history of one participant at a meeting, for who opens it on the roster. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const meeting = orNotFound(await findMeeting(database(), idFrom(args.params.id)))
  authorize(actor, 'attendance.record', { editionId: meeting.editionId, meetingId: meeting.id })
  const enrolmentId = idFrom(new URL(args.request.url).searchParams.get('deelnemer') ?? undefined)
  const lines = await listHistory(database(), meeting.id, { enrolmentId })
  return Response.json({ lines }, { headers: { 'Cache-Control': 'private, no-store' } })
}
