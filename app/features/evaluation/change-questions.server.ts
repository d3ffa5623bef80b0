import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { now } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { type Db, inTransaction } from '#db/client.server.ts'
import type { Question } from './evaluation.ts'

/** Gives an offering questions of its own, for evaluations that are still to begin. */
export function changeQuestions(
  db: Db,
  actor: Actor,
  offeringId: number,
  questions: Question[],
): Promise<void> {
  authorize(actor, 'offering.manage')
  return inTransaction(db, async (trx) => {
    const values = { questions: JSON.stringify(questions), changedAt: now() }
    await trx
      .insertInto('offeringEvaluation')
      .values({ offeringId, ...values })
      .onConflict((conflict) => conflict.column('offeringId').doUpdateSet(values))
      .execute()
    await note(trx, actor, 'evaluation.change-questions', { type: 'offering', id: offeringId })
  })
}

/** Lets an offering ask the usual questions again. */
export function askUsualQuestions(db: Db, actor: Actor, offeringId: number): Promise<void> {
  authorize(actor, 'offering.manage')
  return inTransaction(db, async (trx) => {
    await trx.deleteFrom('offeringEvaluation').where('offeringId', '=', offeringId).execute()
    await note(trx, actor, 'evaluation.change-questions', { type: 'offering', id: offeringId })
  })
}
