import { randomUUID } from 'node:crypto'
import { createLinkToken } from '#app/platform/authentication/link-token.server.ts'
import { mailAddress } from '#app/platform/mail/queue-mail.server.ts'
import { theRegion } from '#app/platform/region.server.ts'
import { throttle } from '#app/platform/throttle.server.ts'
import { type Db, inTransaction, type Transaction } from '#db/client.server.ts'
import { loginLinkMail, noAccountMail, resetPasswordMail } from './account-mails.ts'
import { asStored, findPersonByAddress } from './person-queries.server.ts'
import { takeAtLeast } from './take-at-least.ts'

const loginLinkMinutes = 15
const resetPasswordMinutes = 60

type Request = {
  address: string
  networkAddress: string
  /** The page to go on to after logging in by the link. */
  onward?: string
}

/** Well above what looking up, writing a row and rendering a mail take. */
const answerAfterMs = 250

/**
 * Mails a link to log in with, to an address that somebody has; to another address nothing goes out. Both take equally
 * long and look the same from outside. Returns the mail's id, which only a demo may show.
 */
export async function mailLoginLink(db: Db, input: Request): Promise<number | undefined> {
  await throttleMails(input)
  return takeAtLeast(answerAfterMs, sendLink(db, 'login', input))
}

/** The same, for choosing a new password. */
export async function mailPasswordReset(db: Db, input: Request): Promise<number | undefined> {
  await throttleMails(input)
  return takeAtLeast(answerAfterMs, sendLink(db, 'reset-password', input))
}

async function throttleMails({ address, networkAddress }: Request): Promise<void> {
  await throttle('link-address', asStored(address))
  await throttle('link-network', networkAddress)
}

function sendLink(db: Db, purpose: 'login' | 'reset-password', { address, onward }: Request) {
  return inTransaction(db, async (trx) => {
    const person = await findPersonByAddress(trx, address)
    if (!person) return tellNobodyIsHere(trx, purpose, address)
    const minutes = purpose === 'login' ? loginLinkMinutes : resetPasswordMinutes
    const link = { personId: person.id, subjectId: person.addressId, minutes }
    const token = await createLinkToken(trx, purpose, link)
    const mail = purpose === 'login' ? loginLinkMail(token, onward) : resetPasswordMail(token)
    const to = { address: person.address, greeting: person.givenName, personId: person.id }
    return mailAddress(trx, to, { reason: `account.${purpose}`, subjectKey: `link:${randomUUID()}`, mail })
  })
}

/**
 * In a demo mails stay here and are shown: so that what is shown tells no more than elsewhere, an unknown address has one
 * too. In a real region nothing goes out to whatever address a stranger types.
 */
async function tellNobodyIsHere(trx: Transaction, purpose: string, address: string) {
  const { demo } = await theRegion(trx)
  if (!demo) return undefined
  const to = { address: asStored(address), greeting: null }
  const about = { reason: `account.${purpose}`, subjectKey: `link:${randomUUID()}`, mail: noAccountMail() }
  return mailAddress(trx, to, about)
}
