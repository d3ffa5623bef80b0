import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { now } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { orNotFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction, type Transaction } from '#db/client.server.ts'
import { interestTexts as texts } from './interest-texts.ts'

/** Takes somebody off the list again, at their own word. */
export function takeBackInterest(db: Db, actor: Actor, interest: { id: number }): Promise<{ title: string }> {
  return inTransaction(db, async (trx) => {
    const current = orNotFound(
      await trx
        .selectFrom('interest')
        .innerJoin('offering', 'offering.id', 'interest.offeringId')
        .select(['interest.personId', 'interest.offeringId', 'interest.endedAt', 'offering.title'])
        .where('interest.id', '=', interest.id)
        .forUpdate('interest')
        .executeTakeFirst(),
    )
    authorize(actor, 'interest.lay', current)
    if (current.endedAt) throw new Refusal(texts.gone)
    await trx
      .updateTable('interest')
      .set({ endedAt: now(), endedBecause: 'taken_back' })
      .where('id', '=', interest.id)
      .execute()
    await note(trx, actor, 'interest.take-back', { type: 'offering', id: current.offeringId })
    return { title: current.title }
  })
}

/**
 * Ends the interest of who has a place now. What a lead laid down for several stays until the lead has named people;
 * `people: 'several'` ends that one.
 */
export async function endInterest(
  trx: Transaction,
  about: { personId: number; offeringId: number },
  people: 'one' | 'several' = 'one',
): Promise<void> {
  await trx
    .updateTable('interest')
    .set({ endedAt: now(), endedBecause: 'place' })
    .where('personId', '=', about.personId)
    .where('offeringId', '=', about.offeringId)
    .where('endedAt', 'is', null)
    .where('people', people === 'one' ? '=' : '>', 1)
    .execute()
}
