import { sql } from 'kysely'
import type { Transaction } from '#db/client.server.ts'
import type { Layout } from './layout.ts'

/** What visitors wrote, which schools people named, and every mail, refused ones too: the demo's own so many times. */
export async function addPost(trx: Transaction, { times }: Layout): Promise<void> {
  const copies = sql`generate_series(1, ${times}::int - 1) copy`
  await sql`
    insert into contact_message (topic, name, email, organisation, message, created_at, handled_at, handled_by,
      handled_note)
    select topic, name, 'bezoeker' || copy || '@demo.test', organisation, message, created_at - copy * interval '1 hour',
      handled_at, handled_by, handled_note
    from contact_message cross join ${copies}`.execute(trx)
  await sql`
    insert into organisation_suggestion (person_id, name, town, role, created_at)
    select person.id, suggestion.name || ' ' || copy, suggestion.town, suggestion.role,
      suggestion.created_at - copy * interval '1 hour'
    from organisation_suggestion suggestion cross join ${copies} join big_person person on person.n = copy
    where handled_at is null`.execute(trx)
  await sql`
    insert into outbox (reason, person_id, recipient, subject_key, edition_id, kind, reply_to, attachments, title,
      body_text, body_html, created_at, send_after, attempts, last_error, sent_at, refused_at, handled_at)
    select mail.reason, person.id, 'persoon' || person.n || '@demo.test', subject_key || ':' || copy,
      case when mail.edition_id is not null then edition.id end, kind, reply_to, attachments, title, body_text, body_html,
      mail.created_at, send_after, attempts, last_error, sent_at, refused_at, handled_at
    from (select *, row_number() over (order by id) as nth, count(*) over () as amount from outbox) mail
    cross join ${copies}
    join big_person person on person.n = (copy * amount + nth) % (select count(*) from big_person)
    join big_edition_id edition on edition.n = (copy * amount + nth) % (select count(*) from big_edition_id)`.execute(
    trx,
  )
}
