import { type Kysely, sql } from 'kysely'

/** What a meeting needs to be known by in somebody's own calendar, and the addresses at which those are fetched. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- A calendar knows a meeting by its uid, and believes what it hears of it last by the sequence.
    alter table meeting
      add column calendar_uid uuid not null default gen_random_uuid() constraint meeting_calendar_uid_unique unique,
      add column sequence integer not null default 0,
      add column changed_at timestamptz not null default now();

    create function count_meeting_change() returns trigger language plpgsql as $$
    begin
      if (new.starts_at, new.ends_at, new.room_id, new.place_note, new.status)
          is distinct from (old.starts_at, old.ends_at, old.room_id, old.place_note, old.status) then
        new.sequence := old.sequence + 1;
        new.changed_at := now();
      end if;
      return new;
    end $$;
    create trigger meeting_count_change before update on meeting
      for each row execute function count_meeting_change();

    -- Whether a meeting is sure or called off hangs on its edition too.
    create function count_edition_change() returns trigger language plpgsql as $$
    begin
      update meeting set sequence = sequence + 1, changed_at = now() where edition_id = new.id;
      return null;
    end $$;
    create trigger edition_count_change after update of status on edition
      for each row when (old.status <> new.status and 'closed' not in (old.status, new.status))
      execute function count_edition_change();

    -- Somebody's own place changes without the meeting doing so: given, taken away, given again. Added to the
    -- meeting's sequence it rises with both, also when the place comes back as another enrolment.
    alter table enrolment add column calendar_sequence integer not null default 0;

    create function count_place_change() returns trigger language plpgsql as $$
    begin
      if tg_op = 'INSERT' then
        new.calendar_sequence := coalesce((select max(calendar_sequence) + 1 from enrolment
          where person_id = new.person_id and edition_id = new.edition_id), 0);
      elsif new.status <> old.status then
        new.calendar_sequence := old.calendar_sequence + 1;
      end if;
      return new;
    end $$;
    create trigger enrolment_count_place_change before insert or update of status on enrolment
      for each row execute function count_place_change();

    -- An address where a calendar is fetched. It is a seal over the id: nothing secret is kept here.
    create table calendar_feed (
      id bigint generated always as identity primary key,
      person_id bigint references person on delete cascade,
      room_id bigint references room on delete cascade,
      created_at timestamptz not null default now(),
      created_by bigint references person,
      -- To the hour: whether it is in use at all.
      last_fetched_at timestamptz,
      revoked_at timestamptz,
      constraint calendar_feed_of_one check (num_nonnulls(person_id, room_id) = 1)
    );
    create unique index calendar_feed_person_once on calendar_feed (person_id) where revoked_at is null;
    create unique index calendar_feed_room_once on calendar_feed (room_id) where revoked_at is null;
    create index calendar_feed_person on calendar_feed (person_id);
  `.execute(db)
}
