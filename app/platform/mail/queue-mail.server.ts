import { sql } from 'kysely'
import { now } from '#app/platform/clock.ts'
import { environment } from '#app/platform/environment.server.ts'
import { theRegion } from '#app/platform/region.server.ts'
import type { Db, Transaction } from '#db/client.server.ts'
import type { Mail } from './mail.ts'
import { renderMail } from './render-mail.ts'

type About = {
  /** What kind of message this is: noun.verb, such as 'enrolment.confirmed'. */
  reason: string
  /** What it is about, such as 'enrolment:12'. With reason and recipient it is unique: told once, ever. */
  subjectKey: string
  mail: Mail
  /** May wait for the daily digest when the person chose so. Never for what has to be acted on at once. */
  digestible?: boolean
  replyTo?: string
  attachments?: MailAttachment[]
}

/** Small text files such as an invitation for a calendar. */
export type MailAttachment = { filename: string; contentType: string; content: string }

/**
 * Puts a mail to a person in the outbox, in the transaction of what it tells about. Returns its id, or undefined when
 * the person was told already or has no address. Goes to the primary address.
 */
export async function mailPerson(
  trx: Db | Transaction,
  personId: number,
  about: About,
): Promise<number | undefined> {
  const person = await trx
    .selectFrom('person')
    .innerJoin('emailAddress', 'emailAddress.personId', 'person.id')
    .select(['person.givenName', 'person.mailChoice', 'emailAddress.address'])
    .where('person.id', '=', personId)
    .where('person.deactivatedAt', 'is', null)
    .orderBy('emailAddress.isPrimary', 'desc')
    .orderBy('emailAddress.id')
    .limit(1)
    .executeTakeFirst()
  if (!person) return undefined
  const inDigest = about.digestible === true && person.mailChoice === 'digest'
  return insert(trx, { personId, address: person.address, greeting: person.givenName, inDigest }, about)
}

/** Puts a mail to an address in the outbox: for an address that is being confirmed, or somebody without an account. */
export function mailAddress(
  trx: Db | Transaction,
  to: { address: string; greeting: string | null; personId?: number },
  about: About,
): Promise<number | undefined> {
  return insert(trx, { personId: null, inDigest: false, ...to }, about)
}

type Recipient = { personId: number | null; address: string; greeting: string | null; inDigest: boolean }

async function insert(trx: Db | Transaction, to: Recipient, about: About): Promise<number | undefined> {
  const region = await theRegion(trx)
  const rendered = renderMail(about.mail, {
    regionName: region.name,
    demo: region.demo,
    baseUrl: environment().baseUrl,
    greeting: to.greeting,
  })
  const row = await trx
    .insertInto('outbox')
    .values({
      reason: about.reason,
      personId: to.personId,
      recipient: to.address,
      subjectKey: about.subjectKey,
      title: rendered.title,
      bodyText: rendered.text,
      bodyHtml: rendered.html,
      replyTo: about.replyTo ?? null,
      attachments: JSON.stringify(about.attachments ?? []),
      inDigest: to.inDigest,
      createdAt: now(),
      sendAfter: now(),
    })
    .onConflict((conflict) => conflict.constraint('outbox_once').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (row && !to.inDigest && environment().smtpUrl) await queueDelivery(trx, row.id)
  return row?.id
}

/** Asks the worker to deliver one row of the outbox, once this transaction is committed. */
async function queueDelivery(trx: Db | Transaction, outboxId: number): Promise<void> {
  await sql`select graphile_worker.add_job('deliver-mail', json_build_object('outboxId', ${outboxId}::bigint),
    job_key => ${`mail:${outboxId}`}, max_attempts => 25)`.execute(trx)
}
