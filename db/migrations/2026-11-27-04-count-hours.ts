import { type Kysely, sql } from 'kysely'

/** Hours for keeping up to date: what an agreement gives, what was done elsewhere, and by whose choice. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- What a collective agreement gives a full-time employee in a year, from a day on.
    create table hour_entitlement (
      id bigint generated always as identity primary key,
      agreement text not null,
      staff staff_kind not null,
      valid_from date not null,
      hours_per_year numeric(5, 1) not null constraint hour_entitlement_hours check (hours_per_year between 0 and 2000),
      note text not null default '',
      entered_by bigint references person,
      entered_at timestamptz not null default now(),
      constraint hour_entitlement_once unique (agreement, staff, valid_from)
    );

    -- Null: own choice where somebody enrolled themselves, and assigned where a lead or a coordinator did it.
    alter table enrolment add column own_choice boolean;

    -- Whether one's lead sees what was one's own choice.
    alter table person add column share_own_choice boolean not null default false;

    -- What somebody did elsewhere to keep up to date; it counts once their lead recognised it.
    create table outside_activity (
      id bigint generated always as identity primary key,
      person_id bigint not null references person,
      title text not null,
      organiser text,
      held_on date not null,
      minutes integer not null constraint outside_activity_minutes check (minutes between 1 and 30000),
      own_choice boolean not null,
      file_id bigint references stored_file,
      state text not null default 'requested'
        constraint outside_activity_state check (state in ('requested', 'recognised', 'refused', 'withdrawn')),
      created_at timestamptz not null default now(),
      decided_at timestamptz,
      decided_by bigint references person,
      reason text,
      constraint outside_activity_decided check (case state when 'requested' then decided_at is null
        when 'refused' then decided_at is not null and reason is not null else decided_at is not null end)
    );
    create unique index outside_activity_once on outside_activity (person_id, held_on, plain(title))
      where state in ('requested', 'recognised');
    create index outside_activity_person on outside_activity (person_id, held_on);
    create index outside_activity_requested on outside_activity (created_at) where state = 'requested';
  `.execute(db)
}
