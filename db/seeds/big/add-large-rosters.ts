import { sql } from 'kysely'
import type { Transaction } from '#db/client.server.ts'
import { schoolYear } from './add-catalogue.ts'
import type { Layout } from './layout.ts'

/** Editions of trainer@demo.test with very many participants, and empty ones of 20 places. Evenings, so nothing clashes. */
export async function addLargeRosters(trx: Transaction, layout: Layout, now: Date): Promise<void> {
  await sql`
    create temporary table big_special on commit drop as
    with made as (
      insert into offering (slug, kind, status, title, summary, project_number, organiser_id, study_minutes, capacity,
        minimum, minimum_attendance_percent, test, audience)
      select slug, 'workshop', 'published', title, 'Voor de meting van snelheid.', 6,
        (select id from organisation where name = 'Voorbeeldcentrum Techniek'), 120, capacity, 0, 75, 'none',
        array['teacher', 'instructor']
      from (values ('grote-bijeenkomst', 'Grote bijeenkomst', ${layout.largeRoster}::int), ('stormloop', 'Stormloop', 20))
        it(slug, title, capacity)
      returning id, slug, capacity
    )
    select id as offering_id, slug, capacity from made`.execute(trx)
  // Number 1 has one meeting last week, recorded, and one yesterday, to be recorded. The others had one, before that.
  await sql`
    create temporary table big_special_meeting on commit drop as
    select slug, n, day::date as day from (
      select 'grote-bijeenkomst' as slug, 1 as n, unnest(array[${now}::timestamptz - interval '8 days',
        ${now}::timestamptz - interval '1 day']) as day
      union all
      select 'grote-bijeenkomst', n, ${now}::timestamptz - (10 + n) * interval '1 day'
        from generate_series(2, ${layout.largeEditions}::int) n
      union all
      select 'stormloop', n, ${now}::timestamptz + (20 + n) * interval '1 day'
        from generate_series(1, ${layout.stormEditions}::int) n
    ) it`.execute(trx)
  await sql`
    create temporary table big_special_id on commit drop as
    with first as (select slug, n, min(day) as day from big_special_meeting group by slug, n), made as (
      insert into edition (offering_id, code, status, capacity, minimum, enrol_until, leave_until, decide_on,
        minimum_attendance_percent, test, created_at)
      select offering_id, ${schoolYear('first.day')} || '-' || n, 'going_ahead', capacity, 0, first.day - interval '1 day',
        first.day - interval '7 days', first.day - 10, 75, 'none', first.day - interval '100 days'
      from first join big_special using (slug)
      returning id, offering_id, code
    )
    select made.id, slug, split_part(code, '-', 3)::int as n from made join big_special using (offering_id)`.execute(
    trx,
  )
  await sql`
    insert into meeting (edition_id, starts_at, ends_at, place_note)
    select id, (day + time '19:00') at time zone 'Europe/Amsterdam', (day + time '21:00') at time zone 'Europe/Amsterdam',
      'Aula van het Voorbeeldcentrum Techniek'
    from big_special_id join big_special_meeting using (slug, n)`.execute(trx)
  await sql`
    insert into edition_trainer (edition_id, person_id)
    select big_special_id.id, person_id from big_special_id, email_address where address = 'trainer@demo.test'`.execute(
    trx,
  )
  await sql`
    insert into meeting_trainer (meeting_id, person_id, during)
    select meeting.id, person_id, 'empty' from big_special_id join meeting on edition_id = big_special_id.id,
      email_address where address = 'trainer@demo.test'`.execute(trx)
}
