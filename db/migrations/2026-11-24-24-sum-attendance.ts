import { type Kysely, sql } from 'kysely'

/**
 * How long somebody was at an edition in each school year, kept by triggers. Figures over all years would otherwise
 * add up every mark there ever was, at each look.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- The calendar year in which the school year of a day began: 1 August 2026 begins 2026.
    create function school_year(day date) returns integer language sql immutable parallel safe
      return extract(year from day - interval '7 months')::integer;

    create table attended (
      enrolment_id bigint not null references enrolment on delete cascade,
      school_year integer not null,
      -- Net of breaks, late and left early taken off; a meeting that was made up counts in full.
      minutes integer not null,
      meetings integer not null,
      first_day date not null,
      last_day date not null,
      primary key (enrolment_id, school_year)
    );

    -- The truth, from which the table is filled; the same rules as attendedMinutes() and completion().
    create view attended_now as
      with counted as (
        select attendance.enrolment_id, meeting.starts_at,
          greatest(0, extract(epoch from meeting.ends_at - meeting.starts_at)::integer / 60 - meeting.break_minutes
            - attendance.minutes_late - attendance.minutes_left_early) as minutes
        from attendance
        join meeting on meeting.id = attendance.meeting_id and meeting.status = 'planned'
        where attendance.state = 'present' and not exists (select from attendance_make_up
          where attendance_make_up.enrolment_id = attendance.enrolment_id
            and attendance_make_up.meeting_id = attendance.meeting_id)
        union all
        select attendance_make_up.enrolment_id, meeting.starts_at,
          extract(epoch from meeting.ends_at - meeting.starts_at)::integer / 60 - meeting.break_minutes
        from attendance_make_up
        join meeting on meeting.id = attendance_make_up.meeting_id and meeting.status = 'planned'
      ), dated as (
        select enrolment_id, minutes, (starts_at at time zone 'Europe/Amsterdam')::date as day from counted
      )
      select enrolment_id, school_year(day) as school_year, sum(minutes)::integer as minutes,
        count(*)::integer as meetings, min(day) as first_day, max(day) as last_day
      from dated
      group by enrolment_id, school_year(day);

    -- Two who record meetings of one edition wait for each other here, until the first is done: so the second counts
    -- what the first wrote. Editions are taken in order, so that nobody waits in a circle.
    create function recount_attended(enrolments bigint[]) returns void language plpgsql as $$
    begin
      if cardinality(enrolments) is null or cardinality(enrolments) = 0 then
        return;
      end if;
      perform pg_advisory_xact_lock(240, edition_id::integer)
        from (select distinct edition_id from enrolment where id = any(enrolments) order by edition_id) edition;
      delete from attended where enrolment_id = any(enrolments);
      insert into attended (enrolment_id, school_year, minutes, meetings, first_day, last_day)
        select enrolment_id, school_year, minutes, meetings, first_day, last_day
        from attended_now where enrolment_id = any(enrolments);
    end $$;

    create function follow_attendance() returns trigger language plpgsql as $$
    begin
      perform recount_attended(array(select distinct enrolment_id from changed));
      return null;
    end $$;
    -- A mark may move to another enrolment, when two accounts of one person become one.
    create function follow_changed_attendance() returns trigger language plpgsql as $$
    begin
      perform recount_attended(array(select enrolment_id from changed union select enrolment_id from was));
      return null;
    end $$;
    create trigger attendance_inserted after insert on attendance
      referencing new table as changed for each statement execute function follow_attendance();
    create trigger attendance_updated after update on attendance
      referencing old table as was new table as changed for each statement
      execute function follow_changed_attendance();
    create trigger attendance_deleted after delete on attendance
      referencing old table as changed for each statement execute function follow_attendance();
    create trigger make_up_inserted after insert on attendance_make_up
      referencing new table as changed for each statement execute function follow_attendance();
    create trigger make_up_updated after update on attendance_make_up
      referencing old table as was new table as changed for each statement
      execute function follow_changed_attendance();
    create trigger make_up_deleted after delete on attendance_make_up
      referencing old table as changed for each statement execute function follow_attendance();

    -- A meeting that was recorded and then moved, called off or given another break.
    create function follow_recorded_meeting() returns trigger language plpgsql as $$
    begin
      perform recount_attended(array(
        select enrolment_id from attendance where meeting_id = new.id
        union select enrolment_id from attendance_make_up where meeting_id = new.id));
      return null;
    end $$;
    create trigger meeting_recount after update on meeting for each row
      when ((old.status, old.starts_at, old.ends_at, old.break_minutes)
        is distinct from (new.status, new.starts_at, new.ends_at, new.break_minutes))
      execute function follow_recorded_meeting();

    insert into attended (enrolment_id, school_year, minutes, meetings, first_day, last_day)
      select enrolment_id, school_year, minutes, meetings, first_day, last_day from attended_now;
  `.execute(db)
}
