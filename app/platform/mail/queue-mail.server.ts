import type { Db, Transaction } from '#db/client.server.ts'
import { type AboutMail, insertMails, mailPeople } from './queue-mails.server.ts'

export type { MailAttachment } from './queue-mails.server.ts'

/**
 * Puts a mail to a person in the outbox, in the transaction of what it tells about. Returns its id, or undefined when
 * the person was told already, has no address, or left this sort of mail. Goes to the primary address.
 */
export async function mailPerson(
  trx: Db | Transaction,
  personId: number,
  about: AboutMail,
): Promise<number | undefined> {
  const [id] = await mailPeople(trx, [{ personId, ...about }])
  return id
}

/** Puts a mail to an address in the outbox: for an address that is being confirmed, or somebody without an account. */
export async function mailAddress(
  trx: Db | Transaction,
  { personId = null, ...to }: { address: string; greeting: string | null; personId?: number | null },
  about: AboutMail,
): Promise<number | undefined> {
  const [id] = await insertMails(trx, [{ to: { personId, mailChoice: 'at_once', left: [], ...to }, about }])
  return id
}
