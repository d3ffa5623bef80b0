import { sql } from 'kysely'
import type { Transaction } from '#db/client.server.ts'
import type { Layout } from './layout.ts'

/**
 * What a coordinator's day and the figures are made of, besides places and attendance: so many times what the demo has
 * of each (16 contributions, 7 who are interested, 19 lines of before the portal …).
 */
export async function addDeskWork(trx: Transaction, layout: Layout, now: Date): Promise<void> {
  const { deskWork: times } = layout
  if (times === 0) return
  await addContributions(trx, 16 * times)
  await addInterest(trx, 7 * times, now)
  await addPastAttendance(trx, 19 * times, now)
  await addPost(trx, times, now)
  await addQuestions(trx, times, now)
}

/** Two in three are signed; the others wait, as in the demo. */
async function addContributions(trx: Transaction, lines: number): Promise<void> {
  await sql`
    create temporary table big_company on commit drop as
    select row_number() over (order by id) - 1 as n, id from organisation where name like 'Voorbeeldbedrijf nummer %'`.execute(
    trx,
  )
  await sql`
    insert into contribution_request (organisation_id, month, until_day)
    select id, date_trunc('month', now())::date, (date_trunc('month', now()) - interval '1 day')::date from big_company`.execute(
    trx,
  )
  await sql`
    insert into contribution (organisation_id, project_number, source_kind, source_id, source_words, entry_key, kind, what,
      day, minutes, cents_per_hour, cents, evidence, recorded_by, state, request_id, answered_at, signer_name, signer_role,
      read_text, read_hash)
    select company.id, offering.project_number, 'meeting', meeting.id, offering.title, 'form:' || line.n, it.kind, 'Hulp in de hal',
      meeting.starts_at::date, case it.kind when 'hours' then minutes end, case it.kind when 'hours' then 6000 end,
      case it.kind when 'hours' then minutes * 100 else 12500 end, 'De presentielijst.', trainer.person_id,
      case when signed then 'signed' else 'waits_for_signature' end, case when signed then request.id end,
      case when signed then meeting.ends_at + interval '20 days' end, case when signed then 'Voorbeeldtekenaar' end,
      case when signed then 'directeur' end, case when signed then read end,
      case when signed then encode(sha256(convert_to(read, 'UTF8')), 'hex') end
    from generate_series(0, ${lines}::int - 1) line(n)
    join big_company company on company.n = line.n % (select count(*) from big_company)
    join contribution_request request on request.organisation_id = company.id
    cross join lateral (select * from big_edition where past order by big_edition.n
      offset line.n % (select count(*) from big_edition where past) limit 1) edition
    join big_edition_id made on made.n = edition.n
    join offering on offering.id = edition.offering_id
    join edition_trainer trainer on trainer.edition_id = made.id
    cross join lateral (select * from meeting where edition_id = made.id order by starts_at limit 1) meeting
    cross join lateral (select case when line.n % 2 = 0 then 'hours' else 'material' end as kind, 60 + line.n % 4 * 60 as minutes,
      line.n % 3 > 0 as signed, offering.title || ', regel ' || line.n as read) it`.execute(trx)
}

async function addInterest(trx: Transaction, lines: number, now: Date): Promise<void> {
  await sql`
    insert into interest (offering_id, person_id, organisation_id, team_id, half_days, created_at, changed_at)
    select offering.id, person.id, membership.organisation_id, membership.team_id, array['tue_afternoon', 'thu_afternoon'],
      ${now}::timestamptz - line.n % 60 * interval '1 day', ${now}::timestamptz - line.n % 60 * interval '1 day'
    from generate_series(0, ${lines}::int - 1) line(n)
    join big_offering offering on offering.n = line.n % (select count(*) from big_offering)
    join big_person person on person.n = line.n
    join membership on membership.person_id = person.id and membership.role in ('teacher', 'instructor')`.execute(
    trx,
  )
  await sql`
    insert into wish (person_id, organisation_id, team_id, what, profile_code, created_at)
    select person.id, membership.organisation_id, membership.team_id, 'Iets over robots, deel ' || line.n, 'PIE',
      ${now}::timestamptz - line.n % 60 * interval '1 day'
    from generate_series(0, ${Math.ceil((lines * 2) / 7)}::int - 1) line(n)
    join big_person person on person.n = line.n
    join membership on membership.person_id = person.id and membership.role in ('teacher', 'instructor')`.execute(
    trx,
  )
}

/** One list of before the portal, of people who are known. */
async function addPastAttendance(trx: Transaction, lines: number, now: Date): Promise<void> {
  await sql`
    with list as (
      insert into history_import (file_name, created_by, started_by, state, rows, preview, row_count, done_count, started_at,
        finished_at)
      select 'oude-lijst.csv', person_id, person_id, 'done', '[]', '{}', ${lines}::int, ${lines}::int, ${now}, ${now}
      from region_role where role = 'coordinator' limit 1
      returning id
    )
    insert into past_attendance (import_id, line, person_id, organisation_id, title, held_on, minutes, project_number)
    select list.id, 2 + line.n, person.id, membership.organisation_id, 'Scholing van toen ' || line.n % 40,
      ${now}::timestamptz::date - 400 - line.n % 300, 120 + line.n % 4 * 60, 1 + line.n % 9
    from list, generate_series(0, ${lines}::int - 1) line(n)
    join big_person person on person.n = line.n % (select count(*) from big_person)
    join membership on membership.person_id = person.id and membership.role in ('teacher', 'instructor')`.execute(
    trx,
  )
}

/** Three visitors' messages and one refused mail for each of the demo's. */
async function addPost(trx: Transaction, times: number, now: Date): Promise<void> {
  await sql`
    insert into contact_message (topic, name, email, message, created_at)
    select 'question', 'Voorbeeldbezoeker ' || n, 'bezoeker' || n || '@demo.test', 'Mag ik met twee collega’s komen?',
      ${now}::timestamptz - n * interval '1 hour'
    from generate_series(1, ${3 * times}::int) n`.execute(trx)
  await sql`
    insert into outbox (reason, person_id, recipient, subject_key, title, body_text, body_html, attempts, refused_at)
    select 'enrolment.confirmed', id, 'persoon' || n || '@demo.test', 'big:' || n, 'Je bent ingeschreven', '', '', 1,
      ${now}::timestamptz - n * interval '1 minute'
    from big_person where n < ${times}::int`.execute(trx)
}

/** Offered places (1), requests that lie (4) and meetings without a trainer (1), among the editions that are to come. */
async function addQuestions(trx: Transaction, times: number, now: Date): Promise<void> {
  await sql`
    create temporary table big_question on commit drop as
    select enrolment.id, row_number() over (partition by enrolment.edition_id order by enrolment.id) as nth,
      dense_rank() over (order by enrolment.edition_id) as edition
    from enrolment
    join big_edition_id made on made.id = enrolment.edition_id
    join big_edition edition on edition.n = made.n and not edition.past
    join edition real on real.id = made.id and real.starts_at > ${now}
    where enrolment.status = 'confirmed'`.execute(trx)
  await sql`
    update enrolment set status = 'offered', status_changed_at = ${now}, held_until = ${now}::timestamptz + interval '1 day'
    where id in (select id from big_question where nth = 1 and edition <= ${times}::int)`.execute(trx)
  await sql`
    update enrolment set status = 'requested', approval = 'pending',
      approval_asked_at = ${now}::timestamptz - interval '5 days'
    where id in (select id from big_question where nth between 2 and 5 and edition <= ${times}::int)`.execute(
    trx,
  )
  await sql`
    delete from meeting_trainer where meeting_id in (
      select id from meeting where starts_at > ${now} and edition_id in (select id from big_edition_id)
      order by starts_at, id limit ${times}::int)`.execute(trx)
}
