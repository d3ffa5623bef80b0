import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { now } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { orNotFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction, type Transaction } from '#db/client.server.ts'
import { rosterStatuses } from './attendance-queries.server.ts'

export type MakeUpSubject = { editionId: number; enrolmentId: number; meetingId: number }
/** In a meeting of another edition of the same offering, or by an assignment that the trainer signed off. */
export type MakeUp = { otherMeetingId: number } | { assignment: string }

/** Signs off that a missed meeting was made up: it then counts in full. */
export async function recordMakeUp(db: Db, actor: Actor, subject: MakeUpSubject, how: MakeUp): Promise<void> {
  authorize(actor, 'edition.teach', subject)
  await inTransaction(db, async (trx) => {
    await refuseUnlessOpen(trx, subject)
    if ('otherMeetingId' in how) await refuseUnlessTheSameCourse(trx, subject, how.otherMeetingId)
    const { enrolmentId, meetingId } = subject
    const values = {
      otherMeetingId: 'otherMeetingId' in how ? how.otherMeetingId : null,
      assignment: 'assignment' in how ? how.assignment : null,
      signedOffBy: actor.personId,
      signedOffAt: now(),
    }
    await trx
      .insertInto('attendanceMakeUp')
      .values({ enrolmentId, meetingId, ...values })
      .onConflict((conflict) => conflict.columns(['enrolmentId', 'meetingId']).doUpdateSet(values))
      .execute()
    const details = { meetingId, otherMeetingId: values.otherMeetingId }
    await note(trx, actor, 'attendance.make-up', { type: 'enrolment', id: enrolmentId }, { details })
  })
}

/** Takes it back; the journal keeps that it was there. */
export async function withdrawMakeUp(db: Db, actor: Actor, subject: MakeUpSubject): Promise<void> {
  authorize(actor, 'edition.teach', subject)
  await inTransaction(db, async (trx) => {
    await refuseUnlessOpen(trx, subject)
    const { enrolmentId, meetingId } = subject
    await trx
      .deleteFrom('attendanceMakeUp')
      .where('enrolmentId', '=', enrolmentId)
      .where('meetingId', '=', meetingId)
      .execute()
    const details = { meetingId }
    await note(trx, actor, 'attendance.make-up-withdraw', { type: 'enrolment', id: enrolmentId }, { details })
  })
}

async function refuseUnlessOpen(trx: Transaction, subject: MakeUpSubject): Promise<void> {
  const found = orNotFound(
    await trx
      .selectFrom('enrolment')
      .innerJoin('edition', 'edition.id', 'enrolment.editionId')
      .innerJoin('meeting', 'meeting.editionId', 'edition.id')
      .select(['edition.status'])
      .where('enrolment.id', '=', subject.enrolmentId)
      .where('enrolment.status', 'in', rosterStatuses)
      .where('meeting.id', '=', subject.meetingId)
      .where('edition.id', '=', subject.editionId)
      .forKeyShare('edition')
      .executeTakeFirst(),
  )
  if (found.status === 'closed') {
    throw new Refusal('Deze uitvoering is afgerond. Een coördinator kan haar heropenen.')
  }
}

async function refuseUnlessTheSameCourse(
  trx: Transaction,
  { editionId }: MakeUpSubject,
  otherMeetingId: number,
): Promise<void> {
  const known = (await listMeetingsElsewhere(trx, editionId)).some(({ id }) => id === otherMeetingId)
  if (!known)
    throw new Refusal('Kies een bijeenkomst van een andere uitvoering die al is geweest.', 'otherMeetingId')
}

/** Where a missed meeting can be made up: meetings of other editions of the same offering, held in the last year. */
export function listMeetingsElsewhere(
  db: Db | Transaction,
  editionId: number,
): Promise<{ id: number; startsAt: Date; code: string }[]> {
  return db
    .selectFrom('edition as own')
    .innerJoin('edition as other', 'other.offeringId', 'own.offeringId')
    .innerJoin('meeting', 'meeting.editionId', 'other.id')
    .select(['meeting.id', 'meeting.startsAt', 'other.code'])
    .where('own.id', '=', editionId)
    .where('other.id', '!=', editionId)
    .where('meeting.status', '=', 'planned')
    .where('meeting.startsAt', '<', now())
    .where('meeting.startsAt', '>', new Date(now().getTime() - 365 * 86_400_000))
    .orderBy('meeting.startsAt', 'desc')
    .limit(100)
    .execute()
}
