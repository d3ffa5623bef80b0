import { randomUUID } from 'node:crypto'
import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { createLinkToken } from '#app/platform/authentication/link-token.server.ts'
import { note } from '#app/platform/journal.server.ts'
import { mailAddress } from '#app/platform/mail/queue-mail.server.ts'
import { Refusal } from '#app/platform/refusal.ts'
import { throttle } from '#app/platform/throttle.server.ts'
import { type Db, inTransaction } from '#db/client.server.ts'
import { addressTakenMail, confirmAddressMail } from './account-mails.ts'
import { claimAddress } from './claim-address.server.ts'
import { asStored, lockPerson } from './person-queries.server.ts'

const confirmMinutes = 24 * 60
const addressesAtMost = 8

/**
 * Adds an address to one's account, and mails it a link: it counts once that is confirmed. An address that belongs to
 * another account gets a mail that says so; the answer here is the same. Adding it again mails again.
 * Returns the mail's id, for a demo.
 */
export async function addAddress(
  db: Db,
  actor: Actor,
  person: { personId: number },
  input: { address: string },
): Promise<number | undefined> {
  authorize(actor, 'account.manage', person)
  const address = asStored(input.address)
  await throttle('add-address', String(person.personId))
  await throttle('link-address', address)
  return inTransaction(db, async (trx) => {
    await lockPerson(trx, person.personId)
    const own = await trx
      .selectFrom('emailAddress')
      .select(['id', 'address', 'confirmedAt'])
      .where('personId', '=', person.personId)
      .execute()
    const known = own.find((row) => row.address === address)
    if (known?.confirmedAt) throw new Refusal('Dit adres hoort al bij je account.', 'address')
    if (!known && own.length >= addressesAtMost) {
      throw new Refusal(`Meer dan ${addressesAtMost} adressen kan niet. Verwijder er eerst een.`, 'address')
    }
    const addressId =
      known?.id ??
      (await claimAddress(trx, { personId: person.personId, address, isPrimary: own.length === 0 }))
    const subjectKey = `link:${randomUUID()}`
    if (addressId === undefined) {
      const to = { address, greeting: null }
      return mailAddress(trx, to, { reason: 'account.address-taken', subjectKey, mail: addressTakenMail() })
    }
    const link = { personId: person.personId, subjectId: addressId, minutes: confirmMinutes }
    const token = await createLinkToken(trx, 'confirm-address', link)
    await note(trx, actor, 'address.add', { type: 'person', id: person.personId }, { details: { addressId } })
    const to = { address, greeting: null, personId: person.personId }
    return mailAddress(trx, to, {
      reason: 'account.confirm-address',
      subjectKey,
      mail: confirmAddressMail(token),
    })
  })
}
