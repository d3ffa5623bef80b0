import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { now } from '#app/platform/clock.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import type { Db } from '#db/client.server.ts'

/** Ticks off who was reached by telephone about a meeting, or takes that back; twice is once. */
export async function markReached(
  db: Db,
  actor: Actor,
  meetingId: number,
  { enrolmentId, reached }: { enrolmentId: number; reached: boolean },
): Promise<void> {
  const found = orNotFound(
    await db
      .selectFrom('meeting')
      .innerJoin('enrolment', 'enrolment.editionId', 'meeting.editionId')
      .select('meeting.editionId')
      .where('meeting.id', '=', meetingId)
      .where('enrolment.id', '=', enrolmentId)
      .executeTakeFirst(),
  )
  authorize(actor, 'participants.ring', { editionId: found.editionId, meetingId })
  if (!reached) {
    await db
      .deleteFrom('meetingCall')
      .where('meetingId', '=', meetingId)
      .where('enrolmentId', '=', enrolmentId)
      .execute()
    return
  }
  await db
    .insertInto('meetingCall')
    .values({ meetingId, enrolmentId, reachedBy: actor.personId, reachedAt: now() })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
