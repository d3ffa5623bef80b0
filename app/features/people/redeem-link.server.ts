import { consumeLinkToken, type LinkPurpose } from '#app/platform/authentication/link-token.server.ts'
import { now } from '#app/platform/clock.ts'
import { Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction, type Transaction } from '#db/client.server.ts'
import { personTexts } from './person-texts.ts'

/** Uses up the link with which one logs in; returns who. */
export function redeemLoginLink(db: Db, token: string): Promise<number> {
  return inTransaction(db, (trx) => redeemLink(trx, 'login', token))
}

/**
 * Uses up a link that was mailed to one of somebody's addresses, and with that confirms the address: who has the link
 * reads the mail. Returns who it is; refuses a link that was used, is past its term, or whose address left the account.
 */
export async function redeemLink(trx: Transaction, purpose: LinkPurpose, token: string): Promise<number> {
  const link = await consumeLinkToken(trx, purpose, token)
  const personId = link?.personId
  if (!personId || !link.subjectId) throw new Refusal(personTexts.linkIsDead)
  const active = await trx
    .selectFrom('person')
    .select('id')
    .where('id', '=', personId)
    .where('deactivatedAt', 'is', null)
    .where('mergedIntoId', 'is', null)
    .executeTakeFirst()
  const confirmed = active && (await markAddressConfirmed(trx, personId, link.subjectId))
  if (!confirmed) throw new Refusal(personTexts.linkIsDead)
  return personId
}

/** The address is its owner's, from now on or already; false when this person does not have it (any more). */
async function markAddressConfirmed(trx: Transaction, personId: number, addressId: number): Promise<boolean> {
  const row = await trx
    .updateTable('emailAddress')
    .set((update) => ({ confirmedAt: update.fn.coalesce('confirmedAt', update.val(now())), refusedAt: null }))
    .where('id', '=', addressId)
    .where('personId', '=', personId)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}
