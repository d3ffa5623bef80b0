import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { notFound } from '#app/platform/refusal.ts'
import type { Transaction } from '#db/client.server.ts'

/**
 * The person, locked until the transaction ends, for whoever may change how they log in. Who has a role in the region
 * is out of a coordinator's reach: else an added address would be a way to become administrator.
 */
export async function lockToSecure(trx: Transaction, actor: Actor, personId: number) {
  const person = await trx
    .selectFrom('person')
    .select(['id', 'name', 'givenName', 'deactivatedAt'])
    .where('id', '=', personId)
    .where('mergedIntoId', 'is', null)
    .where('erasedAt', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!person) throw notFound()
  await authorizeToSecure(trx, actor, personId)
  return person
}

/** The same question before anything is locked. */
export async function authorizeToSecure(trx: Transaction, actor: Actor, personId: number): Promise<void> {
  authorize(actor, 'person.secure', { hasRegionRole: await hasRegionRole(trx, personId) })
}

export async function hasRegionRole(trx: Transaction, personId: number): Promise<boolean> {
  const role = await trx
    .selectFrom('regionRole')
    .select('role')
    .where('personId', '=', personId)
    .limit(1)
    .executeTakeFirst()
  return role !== undefined
}
