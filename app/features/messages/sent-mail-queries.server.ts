import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'

export const sentMailsAPage = 30

export type SentMail = {
  /** One of the mails, by which the whole group is opened. */
  id: number
  reason: string
  title: string
  at: Date
  readers: number
  sent: number
  waiting: number
  refused: number
  /** The only reader, where there is one. */
  name: string | null
  writer: string | null
}

// Mails that were made by one act to many belong together: the same moment, and about the same thing.
const group = sql`outbox.reason, outbox.title, outbox.created_at,
  case when outbox.subject_key like 'enrolment:%' then '' else outbox.subject_key end`

/** To a trainer: what went to the group. Whom the team or a coordinator answered is not theirs to read. */
const forTrainers = sql`outbox.reason ~ '^(meeting|edition|message|evaluation)\\.'`

/** Everything that was sent around an edition, what went out together in one line, the newest first. */
export async function listSentMails(
  db: Db,
  editionId: number,
  { page, everything }: { page: number; everything: boolean },
): Promise<{ mails: SentMail[]; total: number }> {
  const { rows } = await sql<SentMail & { total: number }>`
    select max(outbox.id) as id, outbox.reason, outbox.title, outbox.created_at as at, count(*) as readers,
      count(outbox.sent_at) as sent, count(outbox.refused_at) as refused,
      count(*) filter (where outbox.sent_at is null and outbox.refused_at is null) as waiting,
      case when count(*) = 1 then min(coalesce(person.name, outbox.recipient)) end as name,
      min(writer.name) as writer, count(*) over () as total
    from outbox
    left join person on person.id = outbox.person_id
    left join edition_message message on outbox.reason = 'message.sent'
      and outbox.subject_key = 'message:' || message.id
    left join person writer on writer.id = message.sent_by
    where outbox.edition_id = ${editionId} and (${everything}::boolean or ${forTrainers})
    group by ${group}
    order by max(outbox.id) desc
    limit ${sentMailsAPage} offset ${(page - 1) * sentMailsAPage}`.execute(db)
  return { mails: rows, total: rows[0]?.total ?? 0 }
}

export type SentMailReader = {
  id: number
  name: string
  sentAt: Date | null
  refusedAt: Date | null
  inDigest: boolean
}

/** One of them with its text, and everyone it went out to together with, by name. */
export async function findSentMail(
  db: Db,
  mail: { id: number; editionId: number; everything: boolean },
): Promise<{ title: string; bodyText: string; at: Date; readers: SentMailReader[] } | undefined> {
  const { rows } = await sql<{ title: string; bodyText: string; at: Date }>`
    select title, body_text, created_at as at from outbox
    where id = ${mail.id} and edition_id = ${mail.editionId}
      and (${mail.everything}::boolean or ${forTrainers})`.execute(db)
  const found = rows[0]
  if (!found) return undefined
  const { rows: readers } = await sql<SentMailReader>`
    select outbox.id, coalesce(person.name, outbox.recipient) as name, outbox.sent_at, outbox.refused_at,
      outbox.in_digest
    from outbox
    join outbox one on one.id = ${mail.id} and one.edition_id = outbox.edition_id and one.reason = outbox.reason
      and one.title = outbox.title and one.created_at = outbox.created_at
      and (one.subject_key = outbox.subject_key or one.subject_key like 'enrolment:%')
    left join person on person.id = outbox.person_id
    where outbox.edition_id = ${mail.editionId}
    order by person.sort_name, outbox.id
    limit 1500`.execute(db)
  return { ...found, readers }
}
