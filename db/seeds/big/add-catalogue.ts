import { sql } from 'kysely'
import type { Transaction } from '#db/client.server.ts'
import { type Layout, meetingsInEdition, weeksInSlot } from './layout.ts'

/** Copies of the demo's offerings, a room and a trainer for each lane, and the lanes' editions with their meetings. */
export async function addCatalogue(trx: Transaction, layout: Layout, now: Date): Promise<void> {
  await addOfferings(trx, layout)
  await sql`
    create temporary table big_lane on commit drop as
    with centre as (
      insert into organisation (name, town, kinds) values ('Voorbeeldcentrum Techniek', 'Deventer', array['training_centre'])
      returning id
    ), venue as (
      insert into site (organisation_id, name, street, town, holiday_region)
      select id, 'Hal', 'Voorbeeldkade 1', 'Deventer', 'noord' from centre returning id
    ), made as (
      insert into room (site_id, name)
      select venue.id, 'zaal ' || lpad(n::text, 3, '0') from venue, generate_series(1, ${layout.lanes}::int) n
      returning id
    )
    select (row_number() over (order by id) - 1)::int as n, id as room_id from made`.execute(trx)
  await sql`
    create temporary table big_edition on commit drop as
    select it.n, lane.room_id, trainer.id as trainer_id, offering.id as offering_id, slot < ${layout.pastSlots} as past,
      it.n < ${layout.pastSlots * layout.lanes - layout.toClose}::int as closed,
      date_trunc('week', ${now}::timestamptz)::date
        + (slot - ${layout.pastSlots}::int) * ${weeksInSlot * 7}::int + 7 + lane.n % 5 as first_day,
      case when lane.n % 2 = 0 then time '13:00' else time '09:00' end as starts
    from generate_series(0, ${layout.laneEditions}::int - 1) it(n)
    cross join lateral (select it.n / ${layout.lanes}::int as slot) at
    join big_lane lane on lane.n = it.n % ${layout.lanes}::int
    join big_person trainer on trainer.n = lane.n
    join big_offering offering on offering.n = it.n % ${layout.offerings}::int`.execute(trx)
  await sql`
    create temporary table big_edition_id on commit drop as
    with made as (
      insert into edition (offering_id, code, status, capacity, minimum, enrol_until, leave_until, decide_on,
        minimum_attendance_percent, test, closed_at, created_at)
      select offering_id, ${schoolYear('first_day')} || '-' || 100 + n, case when closed then 'closed' when past then 'going_ahead'
          else 'open' end::edition_status,
        40, 8, first_day - interval '2 days', first_day - interval '7 days', first_day - 10, 75, 'none',
        case when closed then first_day + interval '38 days 16 hours' end, first_day - interval '100 days'
      from big_edition
      returning id, offering_id, code
    )
    select id, split_part(code, '-', 3)::int - 100 as n from made`.execute(trx)
  await sql`
    insert into meeting (edition_id, starts_at, ends_at, break_minutes, room_id)
    select made.id, (first_day + 7 * week + starts) at time zone 'Europe/Amsterdam',
      (first_day + 7 * week + starts + interval '3 hours 15 minutes') at time zone 'Europe/Amsterdam', 15, room_id
    from big_edition join big_edition_id made using (n)
    cross join generate_series(0, ${meetingsInEdition - 1}::int) week`.execute(trx)
  await sql`
    insert into edition_trainer (edition_id, person_id)
    select made.id, trainer_id from big_edition join big_edition_id made using (n)`.execute(trx)
  await sql`
    insert into meeting_trainer (meeting_id, person_id, during)
    select meeting.id, trainer_id, 'empty'
    from big_edition join big_edition_id made using (n) join meeting on meeting.edition_id = made.id`.execute(
    trx,
  )
  await sql`
    insert into journal (at, actor_id, action, subject_type, subject_id)
    select edition.created_at, (select person_id from region_role where role = 'coordinator' limit 1), 'edition.plan',
      'edition', edition.id
    from edition join big_edition_id made on made.id = edition.id order by edition.created_at`.execute(trx)
}

/** Only of what requires nothing, so that anybody may have a place in it. */
async function addOfferings(trx: Transaction, layout: Layout): Promise<void> {
  await sql`
    create temporary table big_offering on commit drop as
    with source as (
      select *, row_number() over (order by id) - 1 as nth from offering
      where test <> 'organiser' and not exists (select from offering_requirement where offering_id = offering.id)
    ), made as (
      insert into offering (slug, kind, status, title, summary, description, learn, audience, audience_note, bring, level,
        project_number, organiser_id, study_minutes, capacity, minimum, room_id, lessons_to_cover,
        minimum_attendance_percent, test)
      select slug || '-reeks-' || n, kind, 'published', title || ' (reeks ' || n || ')', summary, description, learn,
        audience, audience_note, bring, level, project_number, organiser_id, 1080, 40, 8, room_id, lessons_to_cover, 75,
        'none'
      from generate_series(1, ${layout.offerings}::int) n
      join source on source.nth = n % (select count(*) from source)
      returning id, slug
    )
    select split_part(slug, '-reeks-', 2)::int - 1 as n, id, split_part(slug, '-reeks-', 1) as source from made`.execute(
    trx,
  )
  await sql`
    insert into offering_profile (offering_id, profile_code)
    select made.id, profile_code from big_offering made join offering on offering.slug = made.source
    join offering_profile on offering_id = offering.id`.execute(trx)
  await sql`
    insert into offering_exam_module (offering_id, module_code)
    select made.id, module_code from big_offering made join offering on offering.slug = made.source
    join offering_exam_module on offering_id = offering.id`.execute(trx)
}

/** `2026-27` of a date in SQL. */
export function schoolYear(column: string) {
  const year = sql`extract(year from ${sql.ref(column)} - interval '7 months')::int`
  return sql<string>`${year} || '-' || lpad(((${year} + 1) % 100)::text, 2, '0')`
}
