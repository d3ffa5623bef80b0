import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { now } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { orNotFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#db/client.server.ts'
import type { WishInput } from './interest-form.ts'
import { interestTexts as texts } from './interest-texts.ts'
import { chooseWorkplace } from './lay-interest.server.ts'

/** Tells the coordinator of something that is not offered. */
export async function reportWish(db: Db, actor: Actor, input: WishInput): Promise<number> {
  authorize(actor, 'interest.lay', actor)
  return inTransaction(db, async (trx) => {
    const { membershipId: _, ...columns } = input
    const workplace = chooseWorkplace(actor, input)
    if (input.examModuleCode) {
      const known = await trx
        .selectFrom('examModule')
        .select('code')
        .where('code', '=', input.examModuleCode)
        .executeTakeFirst()
      if (!known) throw new Refusal(texts.unknownModule, 'examModuleCode')
    }
    const row = await trx
      .insertInto('wish')
      .values({
        ...columns,
        personId: actor.personId,
        organisationId: workplace?.organisationId ?? null,
        teamId: workplace?.teamId ?? null,
        createdAt: now(),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await note(trx, actor, 'wish.report', { type: 'wish', id: row.id })
    return row.id
  })
}

/** Takes a wish back that nobody did anything with yet. */
export function takeBackWish(db: Db, actor: Actor, wish: { id: number }): Promise<void> {
  return inTransaction(db, async (trx) => {
    const current = orNotFound(
      await trx
        .selectFrom('wish')
        .select(['personId', 'state'])
        .where('id', '=', wish.id)
        .forUpdate()
        .executeTakeFirst(),
    )
    authorize(actor, 'interest.lay', current)
    if (current.state !== 'open') throw new Refusal(texts.wishDone)
    await trx.updateTable('wish').set({ state: 'taken_back' }).where('id', '=', wish.id).execute()
    await note(trx, actor, 'wish.take-back', { type: 'wish', id: wish.id })
  })
}
