import { sql } from 'kysely'
import { notFound, Refusal } from '#app/platform/refusal.ts'
import type { Transaction } from '#db/client.server.ts'
import { enrolmentTexts as texts } from './enrolment-texts.ts'
import { lockEdition } from './lock-edition.server.ts'

/** A meeting that is still to come, with its edition locked; 404 when unknown, a refusal when over or called off. */
export async function lockMeeting(trx: Transaction, id: number, at: Date) {
  const known = await trx.selectFrom('meeting').select('editionId').where('id', '=', id).executeTakeFirst()
  const edition = known && (await lockEdition(trx, known.editionId))
  const meeting = edition && (await readMeeting(trx, id))
  if (!meeting) throw notFound()
  const running = edition.status !== 'cancelled' && edition.status !== 'closed'
  if (!running || meeting.status !== 'planned' || meeting.endsAt <= at) throw new Refusal(texts.meetingOver)
  return { edition, meeting }
}

export function readMeeting(trx: Transaction, id: number) {
  return trx
    .selectFrom('meeting')
    .leftJoin('roomPlace', 'roomPlace.roomId', 'meeting.roomId')
    .select([
      'meeting.id',
      'meeting.status',
      'meeting.startsAt',
      'meeting.endsAt',
      'meeting.breakMinutes',
      'meeting.roomId',
      'meeting.placeNote',
      'roomPlace.room',
      'roomPlace.organisation',
      'roomPlace.street',
      'roomPlace.town',
    ])
    .where('meeting.id', '=', id)
    .executeTakeFirst()
}

/** Everyone who has a place, or may get one, in an edition, in order of id. */
export function listConcerned(trx: Transaction, editionId: number) {
  return trx
    .selectFrom('enrolment')
    .select(['id', 'personId', 'status'])
    .where('editionId', '=', editionId)
    .where('status', 'in', ['requested', 'confirmed', 'waitlisted', 'offered'])
    .orderBy('id')
    .execute()
}

/** What an organiser's change gives to who has a place: leaving is free until then, or until later when it was so. */
export function freeToLeaveUntil(until: Date | null) {
  return { leaveFreelyUntil: sql<Date | null>`greatest(leave_freely_until, ${until})` }
}
