import { sql } from 'kysely'
import type { Transaction } from '#db/client.server.ts'
import { type Layout, meetingsInEdition } from './layout.ts'

/** Who was where: enough enrolments for so many attendance rows, then attendance with its history, then what came of it. */
export async function addEnrolments(trx: Transaction, layout: Layout, now: Date): Promise<void> {
  await sql`
    create temporary table big_place on commit drop as
    with amount as (
      select count(*) filter (where past) as past,
        greatest(0, ${layout.attendance}::int - ${layout.largeRoster * layout.largeEditions}::int
          - (select count(*) from attendance)) as wanted
      from big_edition
    ), roster as (
      -- Past editions share the attendance that is asked for; of those to come some are full, with people waiting.
      select edition.n, made.id as edition_id, edition.past,
        case when edition.past
          then (wanted / amount.past / ${meetingsInEdition}::int)::int
            + case when edition.n < ceil((wanted % (amount.past * ${meetingsInEdition}::int)) / ${meetingsInEdition}::numeric)
              then 1 else 0 end
          else 25 + edition.n % 26 end as size
      from big_edition edition join big_edition_id made using (n), amount
    ), free as (select count(*) - ${layout.largeRoster}::int - ${layout.lanes}::int as people from big_person)
    select roster.edition_id, roster.past, nth, person.id as person_id
    from roster, free, generate_series(0, roster.size - 1) nth
    join lateral (select id from big_person
      where big_person.n = ${layout.lanes}::int + (roster.n::bigint * 50 + nth) % free.people) person on true
    union all
    select special.id, true, person.n, person.id
    from big_special_id special join big_person person
      on person.n >= (select count(*) from big_person) - ${layout.largeRoster}::int
    where special.slug = 'grote-bijeenkomst'`.execute(trx)
  await insertPlaces(trx, now)
  await insertAttendance(trx, now)
  await sql`
    update enrolment set status = case when there * 100 >= 75 * meetings then 'completed' else 'not_completed' end::enrolment_status,
      status_changed_at = edition.closed_at
    from edition, (select enrolment_id, count(*) as meetings, count(*) filter (where state = 'present') as there
      from attendance group by enrolment_id) had
    where edition.id = enrolment.edition_id and had.enrolment_id = enrolment.id and edition.status = 'closed'
      and enrolment.status = 'confirmed'`.execute(trx)
}

async function insertPlaces(trx: Transaction, now: Date): Promise<void> {
  await sql`
    insert into enrolment (edition_id, person_id, status, approval, organisation_id, team_id, created_at,
      status_changed_at, waiting_since)
    select place.edition_id, place.person_id, it.status, it.approval, membership.organisation_id, membership.team_id, it.at, it.at,
      case when it.status = 'waitlisted' then it.at end
    from big_place place
    join edition on edition.id = place.edition_id
    join membership on membership.person_id = place.person_id and membership.role in ('teacher', 'instructor')
    join team on team.id = membership.team_id
    cross join lateral (select
      case when nth >= edition.capacity and not past then 'waitlisted' else 'confirmed' end::enrolment_status as status,
      case when team.approves_enrolments then 'approved' else 'not_needed' end::approval_state as approval,
      least(edition.starts_at - interval '60 days', ${now}::timestamptz - interval '10 days') + nth * interval '1 hour' as at) it
    order by place.edition_id, nth`.execute(trx)
  await sql`
    insert into journal (at, actor_id, action, subject_type, subject_id)
    select enrolment.created_at, person_id, 'enrolment.enrol', 'enrolment', enrolment.id
    from enrolment join (select distinct edition_id from big_place) it using (edition_id)
    order by enrolment.created_at`.execute(trx)
}

async function insertAttendance(trx: Transaction, now: Date): Promise<void> {
  // One in twenty-five was away, one in twenty came late, and some missed half of it. Yesterday's large meeting is for the trainer to record.
  await sql`
    create temporary table big_attendance on commit drop as
    select meeting.id as meeting_id, enrolment.id as enrolment_id, state, trainer.person_id as recorded_by,
      case when state = 'present' and (enrolment.id + meeting.id) % 20 = 0 then 15 else 0 end as late,
      meeting.ends_at as recorded_at
    from (select distinct edition_id from big_place where past) edition
    join meeting using (edition_id)
    join enrolment using (edition_id)
    join edition_trainer trainer using (edition_id)
    cross join lateral (select case
      when (enrolment.id * 7 + meeting.id * 13) % 25 = 0 then 'excused'
      when enrolment.id % 17 = 0 and meeting.id % 2 = 0 then 'absent'
      else 'present' end::attendance_state as state) it
    where meeting.ends_at < date_trunc('day', ${now}::timestamptz) - interval '1 day'`.execute(trx)
  await sql`
    insert into attendance (meeting_id, enrolment_id, state, minutes_late, recorded_by, recorded_at)
    select meeting_id, enrolment_id, state, late, recorded_by, recorded_at from big_attendance
    order by meeting_id, enrolment_id`.execute(trx)
  await sql`
    insert into attendance_change (meeting_id, enrolment_id, to_state, to_minutes_late, to_minutes_left_early, way,
      recorded_by, recorded_at)
    select meeting_id, enrolment_id, state, late, 0, 'roster', recorded_by, recorded_at from big_attendance
    order by recorded_at, meeting_id, enrolment_id`.execute(trx)
}
