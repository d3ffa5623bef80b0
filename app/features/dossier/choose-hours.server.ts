import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { now } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { notFound } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#db/client.server.ts'
import type { EntitlementInput } from './hour-form.ts'

/** Says of one's own enrolment whether it was one's own choice. */
export function chooseOwn(
  db: Db,
  actor: Actor,
  enrolment: { id: number },
  { ownChoice }: { ownChoice: boolean },
): Promise<void> {
  return inTransaction(db, async (trx) => {
    const found = await trx
      .selectFrom('enrolment')
      .select('personId')
      .where('id', '=', enrolment.id)
      .forUpdate()
      .executeTakeFirst()
    if (!found) throw notFound()
    authorize(actor, 'qualification.keep', found)
    await trx.updateTable('enrolment').set({ ownChoice }).where('id', '=', enrolment.id).execute()
    await note(
      trx,
      actor,
      'enrolment.choose-own',
      { type: 'enrolment', id: enrolment.id },
      { details: { ownChoice } },
    )
  })
}

/** Lets one's lead see what was one's own choice, or no longer. */
export function shareOwnChoice(db: Db, actor: Actor, { share }: { share: boolean }): Promise<void> {
  authorize(actor, 'qualification.keep', actor)
  return inTransaction(db, async (trx) => {
    await trx.updateTable('person').set({ shareOwnChoice: share }).where('id', '=', actor.personId).execute()
    await note(
      trx,
      actor,
      'person.share-own-choice',
      { type: 'person', id: actor.personId },
      { details: { share } },
    )
  })
}

/** A coordinator sets what an agreement gives from a day on; days before it keep what they had. */
export function setEntitlement(db: Db, actor: Actor, input: EntitlementInput): Promise<void> {
  authorize(actor, 'hour-entitlement.manage')
  const { agreement, staff, validFrom } = input
  const values = {
    hoursPerYear: input.minutes / 60,
    note: input.note ?? '',
    enteredBy: actor.personId,
    enteredAt: now(),
  }
  return inTransaction(db, async (trx) => {
    const { id } = await trx
      .insertInto('hourEntitlement')
      .values({ agreement, staff, validFrom, ...values })
      .onConflict((conflict) => conflict.constraint('hour_entitlement_once').doUpdateSet(values))
      .returning('id')
      .executeTakeFirstOrThrow()
    await note(
      trx,
      actor,
      'hour-entitlement.set',
      { type: 'hour_entitlement', id },
      { details: { agreement, staff, validFrom, hoursPerYear: values.hoursPerYear } },
    )
  })
}
