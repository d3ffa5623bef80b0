import { type Kysely, sql } from 'kysely'

/** Offerings, their dated editions, and the meetings of those. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create type offering_kind as enum ('course', 'workshop', 'excursion', 'exam_exchange');
    create type offering_status as enum ('draft', 'published', 'archived');
    create type offering_level as enum ('basis', 'gevorderd', 'expert');
    create type completion_test as enum ('none', 'organiser', 'external');

    create function offering_search(title text, summary text, description text, learn text[], audience_note text)
      returns tsvector language sql immutable parallel safe
      return setweight(to_tsvector('pg_catalog.dutch', plain(coalesce(title, ''))), 'A')
        || setweight(to_tsvector('pg_catalog.dutch', plain(coalesce(summary, ''))), 'B')
        || setweight(to_tsvector('pg_catalog.dutch',
             plain(coalesce(array_to_string(learn, ' '), '') || ' ' || coalesce(audience_note, ''))), 'C')
        || setweight(to_tsvector('pg_catalog.dutch', plain(coalesce(description, ''))), 'D');

    create table offering (
      id bigint generated always as identity primary key,
      slug text not null constraint offering_slug_unique unique
        constraint offering_slug_form check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
      kind offering_kind not null,
      status offering_status not null default 'draft',
      title text not null,
      summary text not null,
      -- Paragraphs, with an empty line between them.
      description text not null default '',
      learn text[] not null default '{}',
      audience text[] not null default '{}'
        constraint offering_audience check (audience <@ array['teacher', 'instructor', 'company']),
      audience_note text not null default '',
      bring text[] not null default '{}',
      level offering_level not null default 'basis',
      project_number smallint not null references project,
      organiser_id bigint not null references organisation,
      -- Net of breaks, preparation at home included.
      study_minutes integer not null constraint offering_study_minutes check (study_minutes between 0 and 60000),
      capacity integer not null constraint offering_capacity check (capacity between 1 and 1000),
      minimum integer not null constraint offering_minimum check (minimum >= 0 and minimum <= capacity),
      room_id bigint references room,
      price_partners_cents integer not null default 0,
      price_others_cents integer not null default 0,
      lessons_to_cover integer not null default 0,
      prepares_for text references qualification_type,
      awards_on_test text references qualification_type,
      minimum_attendance_percent smallint not null default 100
        constraint offering_minimum_attendance_percent check (minimum_attendance_percent between 0 and 100),
      test completion_test not null default 'none',
      search tsvector not null generated always as
        (offering_search(title, summary, description, learn, audience_note)) stored,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      constraint offering_awards_on_a_test check (awards_on_test is null or test = 'organiser')
    );
    create index offering_search on offering using gin (search);
    create index offering_words on offering using gin (plain(title || ' ' || summary) gin_trgm_ops);
    create index offering_project on offering (project_number);

    create table offering_profile (
      offering_id bigint not null references offering on delete cascade,
      profile_code text not null references exam_profile,
      primary key (offering_id, profile_code)
    );
    create index offering_profile_code on offering_profile (profile_code);

    create table offering_exam_module (
      offering_id bigint not null references offering on delete cascade,
      module_code text not null references exam_module,
      primary key (offering_id, module_code)
    );
    create index offering_exam_module_code on offering_exam_module (module_code);

    create table offering_requirement (
      offering_id bigint not null references offering on delete cascade,
      type_code text not null references qualification_type,
      lapsed_months_allowed smallint not null default 0,
      primary key (offering_id, type_code)
    );

    create type edition_status as enum ('planned', 'open', 'going_ahead', 'cancelled', 'closed');

    create table edition (
      id bigint generated always as identity primary key,
      offering_id bigint not null references offering,
      -- School year and a number within the offering: 2026-27-1.
      code text not null constraint edition_code_form check (code ~ '^[0-9]{4}-[0-9]{2}-[0-9]+$'),
      status edition_status not null default 'planned',
      capacity integer not null constraint edition_capacity check (capacity between 1 and 1000),
      minimum integer not null constraint edition_minimum check (minimum >= 0 and minimum <= capacity),
      enrol_until timestamptz,
      -- Until then one leaves without being marked late.
      leave_until timestamptz,
      decide_on date,
      has_meal boolean not null default false,
      participants_note text not null default '',
      -- The completion rule that holds for this edition: a later change of the offering does not change it.
      minimum_attendance_percent smallint not null
        constraint edition_minimum_attendance_percent check (minimum_attendance_percent between 0 and 100),
      test completion_test not null,
      -- Kept by triggers, so that pages need no count and the database itself refuses a place too many.
      places_held integer not null default 0,
      waiting integer not null default 0,
      starts_at timestamptz,
      ends_at timestamptz,
      cancelled_at timestamptz,
      cancelled_reason text,
      closed_at timestamptz,
      created_at timestamptz not null default now(),
      constraint edition_code_unique unique (offering_id, code),
      constraint edition_never_oversold check (places_held <= capacity)
    );
    create index edition_upcoming on edition (starts_at, id) where status in ('open', 'going_ahead');
    create index edition_offering on edition (offering_id, starts_at);
    create index edition_status_starts on edition (status, starts_at);

    create type meeting_status as enum ('planned', 'cancelled');

    create table meeting (
      id bigint generated always as identity primary key,
      edition_id bigint not null references edition,
      starts_at timestamptz not null,
      ends_at timestamptz not null,
      break_minutes smallint not null default 0,
      -- Instead of a room: where an excursion leaves, say.
      room_id bigint references room,
      place_note text,
      status meeting_status not null default 'planned',
      cancelled_reason text,
      constraint meeting_in_order check (starts_at < ends_at),
      constraint meeting_within_a_day check (ends_at - starts_at <= interval '24 hours'),
      constraint meeting_breaks_fit check (break_minutes >= 0 and make_interval(mins => break_minutes) < ends_at - starts_at),
      constraint meeting_room_free exclude using gist (room_id with =, (tstzrange(starts_at, ends_at)) with &&)
        where (room_id is not null and status = 'planned')
    );
    create index meeting_edition on meeting (edition_id, starts_at);
    create index meeting_starts on meeting (starts_at);

    -- An edition's trainers see its participants and record every meeting of it.
    create table edition_trainer (
      edition_id bigint not null references edition on delete cascade,
      person_id bigint not null references person,
      primary key (edition_id, person_id)
    );
    create index edition_trainer_person on edition_trainer (person_id);

    -- Who stands before the class at a meeting.
    create table meeting_trainer (
      meeting_id bigint not null references meeting on delete cascade,
      person_id bigint not null references person,
      -- The meeting's own time, empty when it is cancelled; kept by a trigger.
      during tstzrange not null,
      primary key (meeting_id, person_id),
      constraint meeting_trainer_free exclude using gist (person_id with =, during with &&)
    );
    create index meeting_trainer_person on meeting_trainer (person_id);

    create function meeting_time(meeting) returns tstzrange language sql immutable
      return case when $1.status = 'cancelled' then 'empty'::tstzrange else tstzrange($1.starts_at, $1.ends_at) end;

    create function fill_meeting_trainer() returns trigger language plpgsql as $$
    begin
      select meeting_time(meeting) into new.during from meeting where id = new.meeting_id;
      return new;
    end $$;
    create trigger meeting_trainer_during before insert or update of meeting_id on meeting_trainer
      for each row execute function fill_meeting_trainer();

    create function follow_meeting() returns trigger language plpgsql as $$
    begin
      if tg_op <> 'DELETE' then
        update meeting_trainer set during = meeting_time(new)
          where meeting_id = new.id and during is distinct from meeting_time(new);
      end if;
      update edition set (starts_at, ends_at) =
          (select min(starts_at), max(ends_at) from meeting
            where edition_id = edition.id and (meeting.status = 'planned' or edition.status = 'cancelled'))
        where id = coalesce(new.edition_id, old.edition_id);
      return null;
    end $$;
    create trigger meeting_follow after insert or update or delete on meeting
      for each row execute function follow_meeting();

    create table handout (
      id bigint generated always as identity primary key,
      meeting_id bigint not null references meeting on delete cascade,
      title text not null,
      file_id bigint not null references stored_file,
      created_at timestamptz not null default now()
    );
    create index handout_meeting on handout (meeting_id);
  `.execute(db)
}
