import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { type Db, inTransaction } from '#db/client.server.ts'
import { linkWish } from './answer-wish.server.ts'

/**
 * Says which offering answers everybody who misses one sort of paper: they stand on its list, each with the place in line
 * of their wish, and are told. Says how many; none when another did so just before.
 */
export function planFromWishes(
  db: Db,
  actor: Actor,
  { typeCode }: { typeCode: string },
  input: { offeringId: number },
): Promise<{ wishes: number }> {
  authorize(actor, 'interest.manage')
  return inTransaction(db, async (trx) => {
    const wishes = await trx
      .selectFrom('wish')
      .select('id')
      .where('state', '=', 'open')
      .where('qualificationTypeCode', '=', typeCode)
      .orderBy('createdAt')
      .orderBy('id')
      .limit(500)
      .forUpdate()
      .execute()
    for (const { id } of wishes) await linkWish(trx, actor, { id }, input)
    return { wishes: wishes.length }
  })
}
