import { sql } from 'kysely'
import { now } from '#app/platform/clock.ts'
import { environment } from '#app/platform/environment.server.ts'
import { theRegion } from '#app/platform/region.server.ts'
import type { Db, Transaction } from '#db/client.server.ts'
import { leavePath } from './leave-link.server.ts'
import type { Mail } from './mail.ts'
import type { LeavableKind } from './mail-kinds.ts'
import { renderMail } from './render-mail.ts'

export type AboutMail = {
  /** What kind of message this is: noun.verb, such as 'enrolment.confirmed'. */
  reason: string
  /** What it is about, such as 'enrolment:12'. With reason and person (or address) it is unique: told once, ever. */
  subjectKey: string
  mail: Mail
  /** The edition it is about: everything sent around an edition stands with it. */
  editionId?: number | undefined
  /** Set when its reader may leave this sort of mail; they are skipped when they did. Leave it out for what is essential. */
  kind?: LeavableKind | undefined
  /** May wait for the daily digest when the person chose so. Never for what has to be acted on at once. */
  digestible?: boolean | undefined
  replyTo?: string | undefined
  attachments?: MailAttachment[] | undefined
}

/** Small text files such as an invitation for a calendar. */
export type MailAttachment = { filename: string; contentType: string; content: string }

/** A mail to one of many people. */
export type MailToPerson = AboutMail & { personId: number }

export type Recipient = {
  personId: number | null
  address: string
  greeting: string | null
  mailChoice: 'at_once' | 'digest'
  /** The sorts of mail this person left. */
  left: readonly string[]
}

/**
 * Puts mails to many people in the outbox at once: a few statements, however many they are. Each goes to the primary
 * address; who was told already, has no address or left this sort of mail gets none. They go out at `sendAfter`, at
 * once unless told. Returns the ids of those that are new, in the order given.
 */
export async function mailPeople(
  trx: Db | Transaction,
  mails: readonly MailToPerson[],
  { sendAfter = now() }: { sendAfter?: Date } = {},
): Promise<number[]> {
  const people = await listRecipients(trx, [...new Set(mails.map(({ personId }) => personId))])
  return insertMails(
    trx,
    mails.flatMap(({ personId, ...about }) => {
      const to = people.get(personId)
      return to ? [{ to, about }] : []
    }),
    sendAfter,
  )
}

/** Writes the rows, and asks the worker to deliver those that are new and go by themselves. */
export async function insertMails(
  trx: Db | Transaction,
  mails: readonly { to: Recipient; about: AboutMail }[],
  sendAfter: Date = now(),
): Promise<number[]> {
  const wanted = mails.filter(({ to, about }) => !about.kind || !to.left.includes(about.kind))
  if (wanted.length === 0) return []
  const { baseUrl, smtpUrl } = environment()
  const region = await theRegion(trx)
  const around = { regionName: region.name, demo: region.demo, baseUrl }
  const rows = wanted.map(({ to, about: { mail, digestible, attachments = [], ...about } }) => {
    const { personId, address: recipient, greeting, mailChoice } = to
    const leave = about.kind && personId !== null ? leaveLink(personId, about.kind) : undefined
    const { title, text, html } = renderMail(mail, { ...around, greeting, leave })
    const inDigest = digestible === true && mailChoice === 'digest'
    return { ...about, personId, recipient, attachments, inDigest, title, text, html }
  })
  const { rows: inserted } = await sql<{ id: number; inDigest: boolean }>`
    insert into outbox (reason, person_id, recipient, subject_key, edition_id, kind, reply_to, attachments, in_digest,
      title, body_text, body_html, created_at, send_after)
    select reason, "personId", recipient, "subjectKey", "editionId", kind, "replyTo", attachments, "inDigest",
      title, text, html, ${now()}::timestamptz, ${sendAfter}::timestamptz
    from json_to_recordset(${JSON.stringify(rows)}::json) as mail(
      reason text, "personId" bigint, recipient text, "subjectKey" text, "editionId" bigint, kind text, "replyTo" text,
      attachments jsonb, "inDigest" boolean, title text, text text, html text)
    -- Told already, at this address or at another one of the same person.
    on conflict do nothing
    returning id, in_digest
  `.execute(trx)
  const toDeliver = inserted.filter(({ inDigest }) => !inDigest).map(({ id }) => id)
  if (smtpUrl && toDeliver.length > 0) {
    await sql`
      select graphile_worker.add_job('deliver-mail', json_build_object('outboxId', id), job_key => 'mail:' || id,
        max_attempts => 25, run_at => ${sendAfter}::timestamptz)
      from unnest(${toDeliver}::bigint[]) as id
    `.execute(trx)
  }
  return inserted.map(({ id }) => id)
}

/** Nothing where no seal can be made: while a demo fills itself, before it has a secret of its own. */
const leaveLink = (personId: number, kind: LeavableKind) =>
  environment().secretKey ? { kind, path: leavePath(personId, kind) } : undefined

async function listRecipients(
  trx: Db | Transaction,
  personIds: readonly number[],
): Promise<Map<number, Recipient>> {
  const { rows } = await sql<Recipient & { personId: number }>`
    select distinct on (person.id) person.id as person_id, email_address.address, person.given_name as greeting,
      person.mail_choice,
      coalesce((select json_agg(kind) from mail_optout where person_id = person.id), '[]') as left
    from person join email_address on email_address.person_id = person.id
    where person.id = any(${personIds}::bigint[]) and person.deactivated_at is null
    order by person.id, email_address.is_primary desc, email_address.id`.execute(trx)
  return new Map(rows.map((row) => [row.personId, row]))
}
