import { type Kysely, sql } from 'kysely'

/** Organisations with their sites, rooms and teams; people with their addresses and memberships. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table organisation (
      id bigint generated always as identity primary key,
      name text not null,
      town text not null,
      kinds text[] not null,
      is_partner boolean not null default false,
      sector text,
      chamber_of_commerce_number text
        constraint organisation_chamber_of_commerce_number check (chamber_of_commerce_number ~ '^[0-9]{8}$'),
      website text,
      created_at timestamptz not null default now(),
      constraint organisation_kinds check (cardinality(kinds) > 0 and kinds <@ array['primary_school', 'secondary_school',
        'vocational_college', 'training_centre', 'industry_platform', 'company', 'municipality'])
    );
    create unique index organisation_name_unique on organisation (plain(name), plain(town));

    create table site (
      id bigint generated always as identity primary key,
      organisation_id bigint not null references organisation,
      name text not null,
      street text,
      postcode text,
      town text not null,
      holiday_region holiday_region not null,
      directions text,
      constraint site_name_unique unique (organisation_id, name)
    );

    create table room (
      id bigint generated always as identity primary key,
      site_id bigint not null references site,
      name text not null,
      constraint room_name_unique unique (site_id, name)
    );

    create table team (
      id bigint generated always as identity primary key,
      organisation_id bigint not null references organisation,
      site_id bigint references site,
      name text not null,
      -- Whether a place for someone of this team waits for the lead's approval.
      approves_enrolments boolean not null default true,
      constraint team_name_unique unique (organisation_id, name)
    );

    create type mail_choice as enum ('at_once', 'digest');

    create table person (
      id bigint generated always as identity primary key,
      given_name text not null,
      -- With its prefix, as written: van der Berg.
      family_name text not null,
      name text not null generated always as (trim(given_name || ' ' || family_name)) stored,
      -- Dutch lists stand in order of the name without its prefix.
      sort_name text not null generated always as (
        plain(regexp_replace(family_name, '^((van|von|de|der|den|het|ten|ter|te|in|op|el|la|le|du|''t|''s) )+', '', 'i'))
          || ' ' || plain(given_name)) stored,
      telephone text,
      password_hash text,
      mail_choice mail_choice not null default 'at_once',
      merged_into_id bigint references person,
      deactivated_at timestamptz,
      created_at timestamptz not null default now()
    );
    create index person_sort_name on person (sort_name, id) where merged_into_id is null;
    create index person_search on person using gin (plain(given_name || ' ' || family_name) gin_trgm_ops);

    create table email_address (
      id bigint generated always as identity primary key,
      person_id bigint not null references person,
      address text not null
        constraint email_address_unique unique
        constraint email_address_is_lower_case check (address = lower(address)),
      is_primary boolean not null default false,
      confirmed_at timestamptz,
      -- The mail server said for good that nobody is there.
      refused_at timestamptz,
      created_at timestamptz not null default now()
    );
    create index email_address_person on email_address (person_id);
    create unique index email_address_one_primary on email_address (person_id) where is_primary;

    create type membership_role as enum (
      'teacher', 'instructor', 'trainer', 'team_lead', 'deputy_lead', 'director', 'signatory', 'company_author',
      'company_admin', 'contribution_signer', 'staff'
    );
    create type staff_kind as enum ('teacher', 'support_staff', 'primary_process');

    create table membership (
      id bigint generated always as identity primary key,
      person_id bigint not null references person,
      organisation_id bigint not null references organisation,
      team_id bigint references team,
      role membership_role not null,
      starts_on date not null default current_date,
      -- The last day on which it holds.
      ends_on date,
      staff_kind staff_kind,
      collective_agreement text,
      part_time_factor numeric(4, 3) constraint membership_part_time_factor check (part_time_factor > 0 and part_time_factor <= 1.5),
      created_at timestamptz not null default now(),
      constraint membership_in_order check (ends_on is null or starts_on <= ends_on),
      constraint membership_once exclude using gist (
        person_id with =, organisation_id with =, (coalesce(team_id, 0)) with =, role with =,
        (daterange(starts_on, ends_on, '[]')) with &&)
    );
    create index membership_person on membership (person_id);
    create index membership_organisation on membership (organisation_id, role);
    create index membership_team on membership (team_id, role);

    -- "Mijn school staat er niet bij": a name and a town, which a coordinator links later.
    create table organisation_suggestion (
      id bigint generated always as identity primary key,
      person_id bigint not null references person,
      name text not null,
      town text not null,
      role membership_role not null,
      created_at timestamptz not null default now(),
      linked_organisation_id bigint references organisation,
      handled_by bigint references person,
      handled_at timestamptz
    );
    create unique index organisation_suggestion_open on organisation_suggestion (person_id, plain(name), plain(town))
      where handled_at is null;

    create type region_role_name as enum ('coordinator', 'reviewer', 'administrator');

    create table region_role (
      person_id bigint not null references person,
      role region_role_name not null,
      granted_by bigint references person,
      granted_at timestamptz not null default now(),
      primary key (person_id, role)
    );

    create table qualification (
      id bigint generated always as identity primary key,
      person_id bigint not null references person,
      type_code text not null references qualification_type,
      scope text,
      number text,
      issued_on date not null,
      -- The last day on which it holds; null: does not expire.
      valid_until date,
      issuer text,
      -- Null: awarded by the portal itself, on a recorded test result.
      entered_by bigint references person,
      created_at timestamptz not null default now(),
      withdrawn_at timestamptz,
      withdrawn_by bigint references person,
      withdrawn_reason text,
      constraint qualification_in_order check (valid_until is null or issued_on <= valid_until)
    );
    create index qualification_person on qualification (person_id, type_code);
  `.execute(db)
}
