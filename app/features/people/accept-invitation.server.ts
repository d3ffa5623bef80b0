import { note } from '#app/platform/journal.server.ts'
import { type Db, inTransaction } from '#db/client.server.ts'
import { redeemLink } from './redeem-link.server.ts'
import { setPassword } from './set-password.server.ts'

/** Takes the account into use, with a password or without: then one logs in by link. Returns who it is. */
export function acceptInvitation(db: Db, token: string, input: { password?: string }): Promise<number> {
  return inTransaction(db, async (trx) => {
    const personId = await redeemLink(trx, 'invitation', token)
    if (input.password) await setPassword(trx, personId, input.password)
    await note(trx, { personId }, 'invitation.accept', { type: 'person', id: personId })
    return personId
  })
}
