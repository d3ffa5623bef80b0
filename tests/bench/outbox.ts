import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'

/** Mails of one reason: those to addresses that begin like this are ours, the others the region's own. */
export type About = { reason: string; ours: string }

/** How many stand in the outbox: all of them, and ours. */
export async function countMails(db: Db, { reason, ours }: About): Promise<{ all: number; ours: number }> {
  const { rows } = await sql<{ all: number; ours: number }>`
    select count(*) as all, count(*) filter (where starts_with(recipient, ${ours})) as ours
    from outbox where reason = ${reason}`.execute(db)
  return rows[0] ?? { all: 0, ours: 0 }
}

/** The floor of a run that mails: the bare insertion of the same rows, in one statement. */
export function insertSameRows(db: Db, { reason, ours }: About) {
  return sql`
    insert into outbox (reason, person_id, recipient, subject_key, edition_id, kind, reply_to, attachments, in_digest,
      title, body_text, body_html, created_at, send_after)
    select 'bench.floor', person_id, recipient, subject_key, edition_id, kind, reply_to, attachments, in_digest, title,
      body_text, body_html, created_at, send_after
    from outbox where reason = ${reason} and starts_with(recipient, ${ours})`.execute(db)
}
