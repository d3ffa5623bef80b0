import { type Kysely, sql } from 'kysely'

/** Who would come to what has no date yet, who misses something, and places that wait for a lead to name people. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function are_half_days(text[]) returns boolean language sql immutable as $$
      select $1 <@ array[
        'mon_morning', 'mon_afternoon', 'mon_evening', 'tue_morning', 'tue_afternoon', 'tue_evening',
        'wed_morning', 'wed_afternoon', 'wed_evening', 'thu_morning', 'thu_afternoon', 'thu_evening',
        'fri_morning', 'fri_afternoon', 'fri_evening']
    $$;

    create table interest (
      id bigint generated always as identity primary key,
      offering_id bigint not null references offering,
      person_id bigint not null references person,
      -- For whom: the school and team of the moment.
      organisation_id bigint references organisation,
      team_id bigint references team,
      -- More than one only from who leads a team.
      people smallint not null default 1 constraint interest_people check (people between 1 and 30),
      half_days text[] not null constraint interest_half_days check (are_half_days(half_days) and half_days <> '{}'),
      from_day date,
      until_day date,
      remark text,
      created_at timestamptz not null default now(),
      changed_at timestamptz not null default now(),
      ended_at timestamptz,
      ended_because text constraint interest_ended_because check (ended_because in ('taken_back', 'place')),
      constraint interest_ends_for_a_reason check ((ended_at is null) = (ended_because is null)),
      constraint interest_period check (from_day is null or until_day is null or from_day <= until_day)
    );
    create unique index interest_once on interest (offering_id, person_id) where ended_at is null;
    create index interest_person on interest (person_id);

    create table wish (
      id bigint generated always as identity primary key,
      person_id bigint not null references person,
      organisation_id bigint references organisation,
      team_id bigint references team,
      what text not null,
      why text,
      people smallint not null default 1 constraint wish_people check (people between 1 and 30),
      -- What it is about, where the person could say so: at most one of these groups it with others.
      profile_code text references exam_profile,
      exam_module_code text references exam_module,
      qualification_type_code text references qualification_type,
      half_days text[] not null default '{}' constraint wish_half_days check (are_half_days(half_days)),
      created_at timestamptz not null default now(),
      state text not null default 'open' constraint wish_state check (state in ('open', 'linked', 'closed', 'taken_back')),
      -- What a coordinator last wrote about it; of a closed one it is the reason.
      answer text,
      answered_at timestamptz,
      answered_by bigint references person,
      -- The offering that answers it: the wish became interest in that.
      offering_id bigint references offering,
      constraint wish_linked check ((state = 'linked') = (offering_id is not null)),
      constraint wish_closed check (state <> 'closed' or answer is not null)
    );
    create index wish_open on wish (created_at) where state = 'open';
    create index wish_person on wish (person_id);

    -- Places held for a team until its lead says who comes. They count as held.
    create table place_reservation (
      id bigint generated always as identity primary key,
      edition_id bigint not null references edition on delete cascade,
      person_id bigint not null references person,
      team_id bigint not null references team,
      places smallint not null constraint place_reservation_places check (places between 1 and 30),
      held_until timestamptz not null,
      created_at timestamptz not null default now(),
      constraint place_reservation_once unique (edition_id, person_id, team_id)
    );
    create index place_reservation_held on place_reservation (held_until);
    create index place_reservation_person on place_reservation (person_id);

    create function count_reserved() returns trigger language plpgsql as $$
    declare
      held integer := 0;
    begin
      if tg_op = 'UPDATE' and new.edition_id <> old.edition_id then
        raise exception 'a reservation stays with its edition';
      end if;
      if tg_op <> 'DELETE' then held := held + new.places; end if;
      if tg_op <> 'INSERT' then held := held - old.places; end if;
      if held <> 0 then
        update edition set places_held = places_held + held where id = coalesce(new.edition_id, old.edition_id);
      end if;
      return null;
    end $$;
    create trigger reservation_count_places after insert or update or delete on place_reservation
      for each row execute function count_reserved();

    -- Every half-day has a number: the morning until 13.00, the afternoon until 18.00, the evening. Numbers of
    -- half-days that follow each other follow each other, so what overlaps is compared as numbers.
    create function half_day_of(timestamptz) returns integer language sql stable as $$
      select (($1 at time zone 'Europe/Amsterdam')::date - date '2000-01-01') * 3
        + case when extract(hour from $1 at time zone 'Europe/Amsterdam') < 13 then 0
               when extract(hour from $1 at time zone 'Europe/Amsterdam') < 18 then 1 else 2 end
    $$;
  `.execute(db)
}
