import { type Kysely, sql } from 'kysely'

/** The region, its programme, and the official lists it refers to. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create extension if not exists btree_gist;
    create extension if not exists pg_trgm;
    create extension if not exists unaccent;

    -- unaccent() itself is only stable, because its dictionary could be changed; an index needs an immutable one.
    create function plain(words text) returns text language sql immutable parallel safe strict
      return lower(public.unaccent('public.unaccent', words));

    create table region (
      id smallint primary key default 1 constraint region_is_one check (id = 1),
      code text not null,
      name text not null,
      short_name text not null,
      area text not null,
      demo boolean not null default false,
      signatory_name text not null,
      signatory_role text not null,
      contact_email text,
      created_at timestamptz not null default now()
    );

    create table goal (
      number smallint primary key,
      title text not null
    );

    create table project (
      number smallint primary key,
      title text not null,
      summary text not null default ''
    );

    create table project_goal (
      project_number smallint not null references project,
      goal_number smallint not null references goal,
      primary key (project_number, goal_number)
    );

    create table funder (
      id bigint generated always as identity primary key,
      name text not null constraint funder_name_unique unique,
      abbreviation text,
      kind text not null
    );

    create table exam_profile (
      code text primary key,
      prefix text not null constraint exam_profile_prefix_unique unique,
      title text not null,
      technical boolean not null,
      position smallint not null
    );

    create type exam_module_kind as enum ('profile_module', 'elective');

    create table exam_module (
      code text primary key,
      profile_code text not null references exam_profile,
      kind exam_module_kind not null,
      title text not null,
      slo_id text
    );
    create index exam_module_profile on exam_module (profile_code);

    create type holiday_region as enum ('noord', 'midden', 'zuid');

    create table school_holiday (
      id bigint generated always as identity primary key,
      school_year text not null,
      holiday_region holiday_region not null,
      name text not null,
      starts_on date not null,
      ends_on date not null,
      confirmed boolean not null,
      constraint school_holiday_once unique (school_year, holiday_region, name),
      constraint school_holiday_in_order check (starts_on <= ends_on)
    );

    create type validity_basis as enum ('law', 'scheme', 'custom', 'employer');

    create table qualification_type (
      code text primary key,
      title text not null,
      validity_months smallint,
      validity_basis validity_basis not null,
      validity_note text not null,
      remind_months_before smallint[] not null default '{}',
      scope_label text,
      designation_note text,
      confirm_every_months smallint,
      register_number_is_proof boolean not null default false,
      issued_by text
    );
  `.execute(db)
}
