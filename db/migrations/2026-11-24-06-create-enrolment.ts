import { type Kysely, sql } from 'kysely'

/** Places and wishes for places, and the counters on the edition that they keep. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create type enrolment_status as enum (
      'unconfirmed', 'requested', 'confirmed', 'waitlisted', 'offered', 'expired', 'declined', 'withdrawn',
      'handed_over', 'cancelled', 'completed', 'not_completed'
    );
    create type approval_state as enum ('not_needed', 'pending', 'approved', 'declined');
    create type enrolment_origin as enum ('self', 'coordinator', 'team_lead', 'substitute', 'walk_in');

    create table enrolment (
      id bigint generated always as identity primary key,
      edition_id bigint not null references edition,
      person_id bigint not null references person,
      status enrolment_status not null,
      origin enrolment_origin not null default 'self',
      approval approval_state not null default 'not_needed',
      -- For whom: the school and team of the moment of enrolling.
      organisation_id bigint references organisation,
      team_id bigint references team,
      created_at timestamptz not null default now(),
      status_changed_at timestamptz not null default now(),
      -- The order of the waiting list.
      waiting_since timestamptz,
      -- Until then an unconfirmed place or an offer is held; on a waiting one: until then the mail must be confirmed.
      held_until timestamptz,
      -- When the team lead was reminded, the deputy asked, the coordinator asked.
      approval_asked_at timestamptz,
      approval_reminded_at timestamptz,
      approval_to_deputy_at timestamptz,
      approval_to_coordinator_at timestamptz,
      note text,
      dietary_wishes text,
      -- Asked for the day itself; shown to the trainer and coordinator of this edition only.
      telephone text,
      withdrawn_late boolean not null default false,
      -- Until then leaving is never late, because the organiser moved or cancelled a meeting.
      leave_freely_until timestamptz,
      status_reason text,
      -- Whose place this was.
      handed_over_from_id bigint references enrolment,
      -- Who brought in an unconfirmed one: a hash of the network address, kept while it is unconfirmed.
      network_hash text,
      walk_in boolean not null generated always as (origin = 'walk_in') stored,
      holds_place boolean not null generated always as (
        origin <> 'walk_in' and
        status in ('unconfirmed', 'requested', 'confirmed', 'offered', 'completed', 'not_completed')) stored,
      constraint enrolment_waiting_has_a_place_in_line check (status <> 'waitlisted' or waiting_since is not null),
      constraint enrolment_held_until check (status not in ('unconfirmed', 'offered') or held_until is not null)
    );
    create unique index enrolment_once on enrolment (edition_id, person_id)
      where status in ('unconfirmed', 'requested', 'confirmed', 'waitlisted', 'offered', 'completed', 'not_completed');
    create index enrolment_edition on enrolment (edition_id, status);
    create index enrolment_person on enrolment (person_id, status);
    create index enrolment_line on enrolment (edition_id, waiting_since, id) where status = 'waitlisted';
    create index enrolment_held on enrolment (held_until) where status in ('unconfirmed', 'offered');
    create index enrolment_approval on enrolment (team_id, created_at) where approval = 'pending';
    create unique index enrolment_substitute_once on enrolment (handed_over_from_id) where handed_over_from_id is not null;

    create function count_places() returns trigger language plpgsql as $$
    declare
      held integer := 0;
      line integer := 0;
    begin
      if tg_op = 'UPDATE' and new.edition_id <> old.edition_id then
        raise exception 'an enrolment stays with its edition';
      end if;
      if tg_op <> 'DELETE' then
        held := held + new.holds_place::int;
        line := line + (new.status = 'waitlisted')::int;
      end if;
      if tg_op <> 'INSERT' then
        held := held - old.holds_place::int;
        line := line - (old.status = 'waitlisted')::int;
      end if;
      if held <> 0 or line <> 0 then
        update edition set places_held = places_held + held, waiting = waiting + line
          where id = coalesce(new.edition_id, old.edition_id);
      end if;
      return null;
    end $$;
    create trigger enrolment_count_places after insert or update or delete on enrolment
      for each row execute function count_places();

    -- Asked of a colleague: take over this place. One open question a place.
    create table substitution (
      id bigint generated always as identity primary key,
      enrolment_id bigint not null references enrolment on delete cascade,
      substitute_id bigint not null references person,
      asked_at timestamptz not null default now(),
      answered_at timestamptz,
      accepted boolean
    );
    create unique index substitution_open on substitution (enrolment_id) where answered_at is null;
    create index substitution_substitute on substitution (substitute_id);

    -- "Ik kan er niet bij zijn": told beforehand, for one meeting.
    create table absence_notice (
      enrolment_id bigint not null references enrolment on delete cascade,
      meeting_id bigint not null references meeting on delete cascade,
      note text,
      reported_at timestamptz not null default now(),
      primary key (enrolment_id, meeting_id)
    );

    -- After changing schools: what is to happen with an open enrolment.
    create type membership_question_answer as enum ('keep', 'hand_over', 'leave');
    create table membership_question (
      id bigint generated always as identity primary key,
      enrolment_id bigint not null references enrolment on delete cascade,
      asked_at timestamptz not null default now(),
      answered_at timestamptz,
      answer membership_question_answer
    );
    create unique index membership_question_open on membership_question (enrolment_id) where answered_at is null;
  `.execute(db)
}
