import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { now } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import type { Transaction } from '#db/client.server.ts'
import { type Db, inTransaction } from '#db/client.server.ts'

/** Notes who signs for an organisation where nobody there has an account for it. Links to another address end. */
export async function setContact(
  db: Db,
  actor: Actor,
  organisationId: number,
  { name, email }: { name: string; email: string },
): Promise<void> {
  authorize(actor, 'contribution.manage')
  const entered = { name, email, enteredBy: actor.personId, enteredAt: now() }
  await inTransaction(db, async (trx) => {
    await endLinks(trx, organisationId, email)
    await trx
      .insertInto('contributionContact')
      .values({ organisationId, ...entered })
      .onConflict((conflict) => conflict.column('organisationId').doUpdateSet(entered))
      .execute()
    await note(trx, actor, 'contribution.change-contact', { type: 'organisation', id: organisationId })
  })
}

/** Forgets that name and address. */
export async function removeContact(db: Db, actor: Actor, organisationId: number): Promise<void> {
  authorize(actor, 'contribution.manage')
  await inTransaction(db, async (trx) => {
    await endLinks(trx, organisationId, '')
    await trx.deleteFrom('contributionContact').where('organisationId', '=', organisationId).execute()
    await note(trx, actor, 'contribution.change-contact', { type: 'organisation', id: organisationId })
  })
}

/** Links that went to the address as it was work no longer, once it is another. */
async function endLinks(trx: Transaction, organisationId: number, email: string): Promise<void> {
  const known = await trx
    .selectFrom('contributionContact')
    .select('email')
    .where('organisationId', '=', organisationId)
    .forUpdate()
    .executeTakeFirst()
  if (!known || known.email === email) return
  await trx
    .updateTable('linkToken')
    .set({ usedAt: now() })
    .where('purpose', '=', 'sign-contributions')
    .where('personId', 'is', null)
    .where('usedAt', 'is', null)
    .where('subjectId', 'in', (select) =>
      select
        .selectFrom('contributionRequest')
        .select('contributionRequest.id')
        .where('contributionRequest.organisationId', '=', organisationId),
    )
    .execute()
}
