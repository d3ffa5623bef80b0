import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { now } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#db/client.server.ts'
import { erasureTexts as texts } from './erasure-texts.ts'

/** Somebody asks to be erased; a coordinator carries it out. Asked twice is asked once. */
export function askErasure(db: Db, actor: Actor): Promise<void> {
  authorize(actor, 'account.manage', actor)
  return inTransaction(db, async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('person')
      .set({ erasureAskedAt: now() })
      .where('id', '=', actor.personId)
      .where('erasureAskedAt', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return
    await note(trx, actor, 'person.ask-erasure', { type: 'person', id: actor.personId })
  })
}

/** Takes the request back, as long as it was not carried out. */
export function withdrawErasure(db: Db, actor: Actor): Promise<void> {
  authorize(actor, 'account.manage', actor)
  return inTransaction(db, async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('person')
      .set({ erasureAskedAt: null })
      .where('id', '=', actor.personId)
      .where('erasureAskedAt', 'is not', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw new Refusal(texts.notAsked)
    await note(trx, actor, 'person.keep-account', { type: 'person', id: actor.personId })
  })
}
