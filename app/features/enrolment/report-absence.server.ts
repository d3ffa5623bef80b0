import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { now } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { orNotFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction, type Transaction } from '#db/client.server.ts'
import { enrolmentTexts as texts } from './enrolment-texts.ts'

type Meeting = { enrolmentId: number; meetingId: number }

/** "Ik kan er niet bij zijn": the trainer sees it on the roster. Said twice is said once. */
export function reportAbsence(
  db: Db,
  actor: Actor,
  meeting: Meeting,
  input: { note?: string | undefined },
): Promise<void> {
  return inTransaction(db, async (trx) => {
    await findOwn(trx, actor, meeting)
    const row = await trx
      .insertInto('absenceNotice')
      .values({ ...meeting, note: input.note ?? null, reportedAt: now() })
      .onConflict((conflict) => conflict.doNothing())
      .returning('meetingId')
      .executeTakeFirst()
    if (row) await remember(trx, actor, 'absence.report', meeting)
  })
}

/** After all, one can be there. */
export function withdrawAbsence(db: Db, actor: Actor, meeting: Meeting): Promise<void> {
  return inTransaction(db, async (trx) => {
    await findOwn(trx, actor, meeting)
    const row = await trx
      .deleteFrom('absenceNotice')
      .where('enrolmentId', '=', meeting.enrolmentId)
      .where('meetingId', '=', meeting.meetingId)
      .returning('meetingId')
      .executeTakeFirst()
    if (row) await remember(trx, actor, 'absence.withdraw', meeting)
  })
}

async function findOwn(trx: Transaction, actor: Actor, meeting: Meeting): Promise<void> {
  const found = orNotFound(
    await trx
      .selectFrom('enrolment')
      .innerJoin('meeting', 'meeting.editionId', 'enrolment.editionId')
      .select(['enrolment.personId', 'meeting.endsAt'])
      .where('enrolment.id', '=', meeting.enrolmentId)
      .where('enrolment.status', 'in', ['confirmed', 'requested'])
      .where('meeting.id', '=', meeting.meetingId)
      .where('meeting.status', '=', 'planned')
      .executeTakeFirst(),
  )
  authorize(actor, 'absence.report', found)
  if (found.endsAt <= now()) throw new Refusal(texts.absenceTooLate)
}

function remember(trx: Transaction, actor: Actor, action: string, meeting: Meeting): Promise<void> {
  const subject = { type: 'enrolment', id: meeting.enrolmentId }
  return note(trx, actor, action, subject, { details: { meetingId: meeting.meetingId } })
}
