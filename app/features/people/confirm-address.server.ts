import { note } from '#app/platform/journal.server.ts'
import { type Db, inTransaction } from '#db/client.server.ts'
import { redeemLink } from './redeem-link.server.ts'

/** Confirms an address by the link that was mailed to it; returns whose account it belongs to. */
export function confirmAddress(db: Db, token: string): Promise<number> {
  return inTransaction(db, async (trx) => {
    const personId = await redeemLink(trx, 'confirm-address', token)
    await note(trx, { personId }, 'address.confirm', { type: 'person', id: personId })
    return personId
  })
}
