import { sql } from 'kysely'
import type { Transaction } from '#db/client.server.ts'
import type { Layout } from './layout.ts'

/**
 * What companies brought: the demo's own lines so many times, in every state they have there, each chain of corrections
 * at a meeting and of a company of its own. Those that wait are of the last weeks; the others go back to the first rate.
 */
export async function addContributions(trx: Transaction, layout: Layout, now: Date): Promise<void> {
  await chooseMeetings(trx, layout, now)
  await sql`
    insert into contribution_request (organisation_id, month, until_day, created_at, sent_at, confirmed_at)
    select organisation_id, date_trunc('month', answered_at)::date, max(answered_at)::date, min(answered_at),
      min(answered_at), max(answered_at)
    from big_contribution where answered_at is not null group by 1, 2`.execute(trx)
  await sql`
    insert into contribution_contact (organisation_id, name, email)
    select id, 'Voorbeeldtekenaar ' || n, 'tekenaar' || n || '@demo.test' from big_company
    where n < (select count(*) from contribution_contact) * ${layout.times - 1}::int`.execute(trx)
  // A correction comes after what it corrects, for a trigger looks that up.
  await sql`
    insert into contribution (id, chain_id, replaces_id, organisation_id, project_number, source_kind, source_id,
      source_words, entry_key, kind, what, day, minutes, cents_per_hour, cents, evidence, state, by_company, recorded_by,
      recorded_at, to_check, request_id, answered_at, signer_name, read_text, read_hash, refused_reason, settled_at,
      settled_by, settled_note)
    overriding system value
    select line.id, 0, corrected.id, line.organisation_id, line.project_number, 'meeting', line.meeting_id, line.title,
      case when corrected.id is null then 'form:big-' || line.id else 'replaces:' || corrected.id end,
      like_it.kind, like_it.what, line.day, like_it.minutes, like_it.cents_per_hour, like_it.cents, like_it.evidence,
      like_it.state, like_it.by_company, case when not like_it.by_company then line.trainer_id end, line.recorded_at,
      like_it.to_check, request.id, line.answered_at,
      case when line.answered_at is not null then 'Voorbeeldtekenaar' end, read.text,
      encode(sha256(convert_to(read.text, 'UTF8')), 'hex'), like_it.refused_reason,
      case when like_it.settled_at is not null then ${now}::timestamptz end, like_it.settled_by, like_it.settled_note
    from big_contribution line
    join contribution like_it on like_it.id = line.like_id
    left join big_contribution corrected on corrected.like_id = like_it.replaces_id and corrected.copy = line.copy
    left join contribution_request request on request.organisation_id = line.organisation_id
      and request.month = date_trunc('month', line.answered_at)::date
    cross join lateral (select case when line.answered_at is not null
      then 'Bijdrage ' || line.id || E'\nWat: ' || like_it.what || E'\nBij: ' || line.title end as text) read
    order by corrected.id is not null, line.id`.execute(trx)
}

/** Of each line to come: like which it is, where it belongs, and when it was answered. */
async function chooseMeetings(trx: Transaction, { times }: Layout, now: Date): Promise<void> {
  await sql`
    create temporary table big_company on commit drop as
    select (row_number() over (order by id) - 1)::int as n, id from organisation
    where name like 'Voorbeeldbedrijf nummer %'`.execute(trx)
  await sql`
    create temporary table big_past_meeting on commit drop as
    select (row_number() over (order by meeting.starts_at desc, meeting.id) - 1)::int as n, meeting.id,
      meeting.starts_at::date as day, meeting.ends_at, offering.title, offering.project_number,
      trainer.person_id as trainer_id
    from big_edition_id made
    join edition on edition.id = made.id
    join offering on offering.id = edition.offering_id
    join edition_trainer trainer on trainer.edition_id = made.id
    join meeting on meeting.edition_id = made.id
    where meeting.ends_at < ${now} and meeting.starts_at >= (select min(valid_from) from contribution_rate)`.execute(
    trx,
  )
  await sql`
    create temporary table big_contribution on commit drop as
    with line as (
      select id, state, dense_rank() over (order by chain_id) as chain, dense_rank() over (order by organisation_id) as brought_by
      from contribution
    ), most as (
      select max(chain) as chains, max(brought_by) as organisations from line
    )
    select line.id as like_id, copy, nextval(pg_get_serial_sequence('contribution', 'id')) as id,
      company.id as organisation_id, meeting.id as meeting_id, meeting.title, meeting.project_number, meeting.day,
      meeting.trainer_id, meeting.ends_at + interval '1 hour' as recorded_at,
      case when waits then null else least(meeting.ends_at + interval '20 days', ${now}::timestamptz) end as answered_at
    from line cross join most cross join generate_series(0, ${times}::int - 2) copy
    cross join lateral (select line.state = 'waits_for_signature' as waits, copy * chains + chain as nth) it
    join big_company company
      on company.n = (copy * organisations + brought_by) % (select count(*) from big_company)
    join big_past_meeting meeting
      on meeting.n = case when waits then nth / 4 else nth * 7 end % (select count(*) from big_past_meeting)`.execute(
    trx,
  )
}
