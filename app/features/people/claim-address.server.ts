import { now } from '#app/platform/clock.ts'
import type { Transaction } from '#db/client.server.ts'
import { asStored } from './person-queries.server.ts'

/**
 * Gives a person an address; undefined when it is somebody's already. A claim that another made and never confirmed
 * gives way: else anybody could keep an address from its owner by typing it first.
 */
export async function claimAddress(
  trx: Transaction,
  input: { personId: number; address: string; isPrimary: boolean; confirmed?: boolean },
): Promise<number | undefined> {
  const address = asStored(input.address)
  await trx
    .deleteFrom('emailAddress')
    .where('address', '=', address)
    .where('confirmedAt', 'is', null)
    .where('isPrimary', '=', false)
    .execute()
  const row = await trx
    .insertInto('emailAddress')
    .values({
      personId: input.personId,
      address,
      isPrimary: input.isPrimary,
      confirmedAt: input.confirmed ? now() : null,
      createdAt: now(),
    })
    .onConflict((conflict) => conflict.constraint('email_address_unique').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}
