import { DatabaseError } from 'pg'
import { instantAt } from '#app/platform/dates.ts'
import { Refusal } from '#app/platform/refusal.ts'
import { formatDay, formatTimeRange } from '#app/ui/format.ts'
import type { Transaction } from '#db/client.server.ts'
import type { MeetingInput } from './edition-form.ts'

/** Adds meetings to an edition, with its trainers before each. A room or a trainer that is taken is a `Refusal`. */
export async function insertMeetings(
  trx: Transaction,
  editionId: number,
  meetings: readonly MeetingInput[],
  trainers: readonly number[],
): Promise<number[]> {
  const ids: number[] = []
  for (const meeting of meetings) {
    const startsAt = instantAt(meeting.day, meeting.startsAt)
    const endsAt = instantAt(meeting.day, meeting.endsAt)
    await refuseTaken({ startsAt, endsAt }, async () => {
      const row = await trx
        .insertInto('meeting')
        .values({
          editionId,
          startsAt,
          endsAt,
          breakMinutes: meeting.breakMinutes,
          roomId: meeting.roomId ?? null,
          placeNote: meeting.placeNote ?? null,
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      ids.push(row.id)
      if (trainers.length > 0) {
        await trx
          .insertInto('meetingTrainer')
          .values(
            [...new Set(trainers)].map((personId) => ({ meetingId: row.id, personId, during: 'empty' })),
          )
          .execute()
      }
    })
  }
  return ids
}

/** Runs `work`; when the database finds a room or a trainer in two places at once, says so in a sentence. */
export async function refuseTaken<T>(
  when: { startsAt: Date; endsAt: Date },
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
    const moment = `${formatDay(when.startsAt)}, ${formatTimeRange(when.startsAt, when.endsAt)}`
    if (error.constraint === 'meeting_room_free') {
      throw new Refusal(`Het lokaal is dan al bezet: ${moment}. Kies een ander lokaal of een andere tijd.`)
    }
    if (error.constraint === 'meeting_trainer_free') {
      throw new Refusal(`Een trainer staat dan al ergens anders: ${moment}. Kies een andere trainer of tijd.`)
    }
    if (error.constraint === 'meeting_breaks_fit') {
      throw new Refusal('De pauze duurt langer dan de bijeenkomst. Kijk de tijden na.')
    }
    throw error
  }
}
