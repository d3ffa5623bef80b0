import { type Kysely, sql } from 'kysely'

/** What a school, a team, a role or a named group has to hold, and what a lead says that people master. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- People with something in common that no team has: who teaches in the welding hall.
    create table people_group (
      id bigint generated always as identity primary key,
      organisation_id bigint not null references organisation,
      -- Of the team whose lead keeps it; null: of the school, kept by a coordinator.
      team_id bigint references team,
      name text not null,
      created_by bigint not null references person,
      created_at timestamptz not null default now(),
      constraint people_group_name unique nulls not distinct (organisation_id, team_id, name)
    );
    create table people_group_member (
      group_id bigint not null references people_group on delete cascade,
      person_id bigint not null references person,
      primary key (group_id, person_id)
    );
    create index people_group_member_person on people_group_member (person_id);

    create table requirement (
      id bigint generated always as identity primary key,
      organisation_id bigint not null references organisation,
      -- At most one of these three; none: everybody who teaches at the school.
      team_id bigint references team,
      role membership_role,
      group_id bigint references people_group,
      kind text not null constraint requirement_kind check (kind in ('everyone', 'at_least', 'cover')),
      type_codes text[] not null default '{}',
      minimum smallint,
      -- Of what has to be covered together: its name, and its parts.
      title text,
      areas text[] not null default '{}',
      entered_by bigint not null references person,
      entered_at timestamptz not null default now(),
      ended_at timestamptz,
      ended_by bigint references person,
      constraint requirement_for_whom check (num_nonnulls(team_id, role, group_id) <= 1),
      constraint requirement_what check (case kind
        when 'everyone' then cardinality(type_codes) >= 1 and minimum is null and cardinality(areas) = 0
        when 'at_least' then cardinality(type_codes) = 1 and minimum >= 1 and cardinality(areas) = 0
        else cardinality(type_codes) = 0 and title is not null and cardinality(areas) >= 2 end)
    );
    create index requirement_organisation on requirement (organisation_id) where ended_at is null;

    -- The lead says that somebody masters a part of what has to be covered. That is competence, not a licence.
    create table requirement_tick (
      requirement_id bigint not null references requirement,
      person_id bigint not null references person,
      area text not null,
      ticked_by bigint not null references person,
      ticked_at timestamptz not null default now(),
      primary key (requirement_id, person_id, area)
    );
    create index requirement_tick_person on requirement_tick (person_id);
  `.execute(db)
}
