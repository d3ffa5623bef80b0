import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { listRecorded, lockMeetingForRecording } from '#app/features/attendance/attendance-queries.server.ts'
import { recordAttendance } from '#app/features/attendance/record-attendance.server.ts'
import { now } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { orNotFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#db/client.server.ts'
import { checkInTexts } from './check-in-texts.ts'

/**
 * The trainer's answer to a check-in that waits for it. Confirmed, it is recorded as being present, as late as its code
 * says; refused, what stood recorded stays as it was.
 */
export function answerCheckIn(
  db: Db,
  actor: Actor,
  subject: { meetingId: number; enrolmentId: number },
  { confirmed }: { confirmed: boolean },
): Promise<void> {
  const { meetingId, enrolmentId } = subject
  return inTransaction(db, async (trx) => {
    const meeting = orNotFound(await lockMeetingForRecording(trx, meetingId))
    authorize(actor, 'attendance.record', { editionId: meeting.editionId, meetingId })
    const waiting = await trx
      .selectFrom('checkIn')
      .select('minutesLate')
      .where('meetingId', '=', meetingId)
      .where('enrolmentId', '=', enrolmentId)
      .where('state', '=', 'to_confirm')
      .forUpdate()
      .executeTakeFirst()
    if (!waiting) throw new Refusal(checkInTexts.answeredAlready)
    if (confirmed) {
      const recorded = (await listRecorded(trx, meeting, [enrolmentId])).get(enrolmentId)
      const { note = null, version = 0 } = recorded ?? {}
      const there = { state: 'present', minutesLate: waiting.minutesLate, minutesLeftEarly: 0 } as const
      const { refused } = await recordAttendance(trx, actor, meetingId, [
        { ...there, enrolmentId, note, basedOn: version },
      ])
      if (refused[0]) throw new Refusal(refused[0].sentence)
    }
    // Recording something new has answered it already; what stood there as it is now, has not.
    await trx
      .updateTable('checkIn')
      .set({ state: confirmed ? 'confirmed' : 'refused', decidedBy: actor.personId, decidedAt: now() })
      .where('meetingId', '=', meetingId)
      .where('enrolmentId', '=', enrolmentId)
      .where('state', '=', 'to_confirm')
      .execute()
    const details = { enrolmentId, confirmed }
    await note(trx, actor, 'attendance.answer-check-in', { type: 'meeting', id: meetingId }, { details })
  })
}
