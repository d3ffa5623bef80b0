import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { now } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { notFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#db/client.server.ts'
import { firstTermDay, termValues } from './change-term.server.ts'
import type { NewType, TypeFacts } from './type-form.ts'
import { typeTexts as texts } from './type-texts.ts'

/** A coordinator makes a sort of paper that was not in the official list, with its first term. */
export function createType(db: Db, actor: Actor, input: NewType): Promise<{ code: string }> {
  authorize(actor, 'qualification-type.manage')
  return inTransaction(db, async (trx) => {
    const { code } = input
    const added = await trx
      .insertInto('qualificationType')
      .values({ code, ...factsOf(input) })
      .onConflict((conflict) => conflict.doNothing())
      .returning('code')
      .executeTakeFirst()
    if (!added) throw new Refusal(texts.codeTaken, 'code')
    await trx
      .insertInto('qualificationTerm')
      .values({ typeCode: code, issuedFrom: firstTermDay, ...termValues(actor, input) })
      .execute()
    await note(
      trx,
      actor,
      'qualification-type.create',
      { type: 'qualification_type' },
      { details: { code, title: input.title } },
    )
    return { code }
  })
}

/** What is asked of a paper of this sort, what it is called, and when its holder is reminded. */
export async function changeType(
  db: Db,
  actor: Actor,
  type: { code: string },
  input: TypeFacts,
): Promise<void> {
  authorize(actor, 'qualification-type.manage')
  await inTransaction(db, async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('qualificationType')
      .set(factsOf(input))
      .where('code', '=', type.code)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw notFound()
    await note(
      trx,
      actor,
      'qualification-type.change',
      { type: 'qualification_type' },
      {
        details: { code: type.code },
      },
    )
  })
}

/** Takes a sort out of the list that people choose from, or puts it back; what stands in dossiers stays as it is. */
export async function retireType(
  db: Db,
  actor: Actor,
  type: { code: string },
  { retired }: { retired: boolean },
): Promise<void> {
  authorize(actor, 'qualification-type.manage')
  await inTransaction(db, async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('qualificationType')
      .set({ retiredAt: retired ? now() : null })
      .where('code', '=', type.code)
      .where('retiredAt', retired ? 'is' : 'is not', null)
      .executeTakeFirst()
    // Pressed twice: it is so already.
    if (numUpdatedRows === 0n) return
    const action = retired ? 'qualification-type.retire' : 'qualification-type.restore'
    await note(trx, actor, action, { type: 'qualification_type' }, { details: { code: type.code } })
  })
}

const factsOf = (input: TypeFacts) => ({
  title: input.title,
  scopeLabel: input.scopeLabel ?? null,
  issuedBy: input.issuedBy ?? null,
  registerNumberIsProof: input.registerNumberIsProof,
  remindMonthsBefore: input.remindMonthsBefore,
})
