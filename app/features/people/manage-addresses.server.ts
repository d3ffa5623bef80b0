import type { Actor } from '#app/access/actor.ts'
import { createLinkToken } from '#app/platform/authentication/link-token.server.ts'
import { note } from '#app/platform/journal.server.ts'
import { mailAddress } from '#app/platform/mail/queue-mail.server.ts'
import { notFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction, type Transaction } from '#db/client.server.ts'
import { confirmAddressMail } from './account-mails.ts'
import { claimAddress } from './claim-address.server.ts'
import { personTexts as texts } from './person-texts.ts'
import { lockToSecure } from './secure-person.server.ts'

/** How long its owner has to say that an address is theirs. */
const confirmMinutes = 24 * 60

type Subject = { personId: number }

/**
 * Gives a person one more address. It counts once its owner pressed the link that is mailed to it; only a first
 * address counts at once, because without it nobody could be reached. Returns the mail's id, for a demo.
 */
export function giveAddress(
  db: Db,
  actor: Actor,
  { personId }: Subject,
  input: { address: string },
): Promise<number | undefined> {
  return inTransaction(db, async (trx) => {
    const person = await lockToSecure(trx, actor, personId)
    const primary = await findPrimary(trx, personId)
    const claim = { personId, address: input.address, isPrimary: primary === undefined }
    const addressId = await claimAddress(trx, claim)
    if (addressId === undefined) throw new Refusal(texts.addressTaken, 'address')
    await note(
      trx,
      actor,
      'address.give',
      { type: 'person', id: personId },
      {
        details: { addressId },
      },
    )
    if (claim.isPrimary) return undefined
    const token = await createLinkToken(trx, 'confirm-address', {
      personId,
      subjectId: addressId,
      minutes: confirmMinutes,
    })
    const to = { address: input.address, greeting: person.givenName, personId }
    const about = { reason: 'account.confirm-address', subjectKey: `address:${addressId}` }
    return mailAddress(trx, to, { ...about, mail: confirmAddressMail(token) })
  })
}

/** Sends this person's mail to another of their addresses from now on: one that they confirmed. */
export function choosePrimaryAddress(
  db: Db,
  actor: Actor,
  { personId }: Subject,
  input: { addressId: number },
): Promise<string> {
  return changeAddress(db, actor, personId, input.addressId, 'address.choose', async (trx, address) => {
    if (!address.confirmedAt) throw new Refusal(texts.addressUnconfirmed)
    await trx
      .updateTable('emailAddress')
      .set({ isPrimary: false })
      .where('personId', '=', personId)
      .where('isPrimary', '=', true)
      .execute()
    await trx.updateTable('emailAddress').set({ isPrimary: true }).where('id', '=', address.id).execute()
  })
}

/** Takes an address away; nobody logs in with it any more. */
export function takeAddress(
  db: Db,
  actor: Actor,
  { personId }: Subject,
  input: { addressId: number },
): Promise<string> {
  return changeAddress(db, actor, personId, input.addressId, 'address.take', async (trx, address) => {
    if (address.isPrimary) throw new Refusal(texts.addressIsPrimary)
    await trx.deleteFrom('emailAddress').where('id', '=', address.id).execute()
  })
}

/** Says that an address that the mail server refused works again. */
export function markAddressWorking(
  db: Db,
  actor: Actor,
  { personId }: Subject,
  input: { addressId: number },
): Promise<string> {
  return changeAddress(db, actor, personId, input.addressId, 'address.works', async (trx, address) => {
    await trx.updateTable('emailAddress').set({ refusedAt: null }).where('id', '=', address.id).execute()
  })
}

type Address = { id: number; address: string; isPrimary: boolean; confirmedAt: Date | null }

function changeAddress(
  db: Db,
  actor: Actor,
  personId: number,
  addressId: number,
  action: string,
  change: (trx: Transaction, address: Address) => Promise<void>,
): Promise<string> {
  return inTransaction(db, async (trx) => {
    await lockToSecure(trx, actor, personId)
    const address = await trx
      .selectFrom('emailAddress')
      .select(['id', 'address', 'isPrimary', 'confirmedAt'])
      .where('id', '=', addressId)
      .where('personId', '=', personId)
      .executeTakeFirst()
    if (!address) throw notFound()
    await change(trx, address)
    await note(trx, actor, action, { type: 'person', id: personId }, { details: { addressId } })
    return address.address
  })
}

function findPrimary(trx: Transaction, personId: number) {
  return trx
    .selectFrom('emailAddress')
    .select('id')
    .where('personId', '=', personId)
    .where('isPrimary', '=', true)
    .executeTakeFirst()
}
