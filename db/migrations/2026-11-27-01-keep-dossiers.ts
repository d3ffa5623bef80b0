import { type Kysely, sql } from 'kysely'

/**
 * What people hold from elsewhere: terms that change with the years, who checked what, what an employer confirmed and
 * whom it designated, and who looked.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- How long something holds that is issued from a day on, and on what that rests. What was issued keeps its term.
    create table qualification_term (
      id bigint generated always as identity primary key,
      type_code text not null references qualification_type,
      issued_from date not null,
      validity_months smallint constraint qualification_term_months check (validity_months between 1 and 600),
      validity_basis validity_basis not null,
      validity_note text not null,
      confirm_every_months smallint constraint qualification_term_confirm check (confirm_every_months between 1 and 60),
      -- Where the employer has to designate whoever holds it: what that means.
      designation_note text,
      -- Null: came with the portal.
      entered_by bigint references person,
      entered_at timestamptz not null default now(),
      constraint qualification_term_once unique (type_code, issued_from)
    );

    insert into qualification_term (type_code, issued_from, validity_months, validity_basis, validity_note,
      confirm_every_months, designation_note)
    select code, '1900-01-01', validity_months, validity_basis, validity_note, confirm_every_months, designation_note
    from qualification_type;

    alter table qualification_type drop column validity_months, drop column validity_basis, drop column validity_note,
      drop column confirm_every_months, drop column designation_note,
      -- What nobody enters any more; what stands in dossiers stays.
      add column retired_at timestamptz;

    -- The term under which something counts that was issued on this day.
    create function qualification_term_on(text, date) returns bigint language sql stable as $$
      select id from qualification_term where type_code = $1 order by issued_from > $2, issued_from desc limit 1 $$;

    create type qualification_verification as enum ('unverified', 'verified', 'refused');

    alter table qualification
      add column term_id bigint references qualification_term,
      -- Whether the last day follows from the term, or stands on the paper itself.
      add column last_day_by_term boolean not null default false,
      add column verification qualification_verification not null default 'unverified',
      -- A scan or a photo of the paper.
      add column file_id bigint references stored_file,
      add column changed_at timestamptz not null default now();
    update qualification set term_id = qualification_term_on(type_code, issued_on), changed_at = created_at,
      verification = 'verified',
      last_day_by_term = valid_until is not distinct from (select (issued_on + make_interval(months => validity_months))::date
        from qualification_term where id = qualification_term_on(type_code, issued_on));
    alter table qualification alter column term_id set not null;
    create index qualification_to_verify on qualification (created_at, id)
      where verification = 'unverified' and withdrawn_at is null;
    create index qualification_by_term on qualification (term_id);

    -- Every answer of whoever checked: the last one counts, until the holder changes something.
    create table qualification_check (
      id bigint generated always as identity primary key,
      qualification_id bigint not null references qualification,
      outcome qualification_verification not null constraint qualification_check_outcome check (outcome <> 'unverified'),
      how text constraint qualification_check_how check (how in ('original', 'register', 'issuer', 'test_result')),
      reason text,
      -- What stood there when it was checked.
      read jsonb not null,
      -- Null: the portal itself, on a recorded test result.
      checked_by bigint references person,
      checked_at timestamptz not null default now(),
      constraint qualification_check_complete check (
        case outcome when 'verified' then how is not null and reason is null else how is null and reason is not null end)
    );
    create index qualification_check_qualification on qualification_check (qualification_id, id);
    insert into qualification_check (qualification_id, outcome, how, read, checked_by, checked_at)
    select id, 'verified', case when entered_by is null then 'test_result' else 'original' end,
      jsonb_build_object('scope', scope, 'number', number, 'issuedOn', issued_on, 'validUntil', valid_until,
        'issuer', issuer), entered_by, created_at
    from qualification;

    -- The employer says that a welder went on welding within what they are qualified for.
    create table qualification_confirmation (
      id bigint generated always as identity primary key,
      qualification_id bigint not null references qualification,
      organisation_id bigint not null references organisation,
      confirmed_on date not null,
      confirmed_by bigint not null references person,
      recorded_at timestamptz not null default now(),
      withdrawn_at timestamptz,
      withdrawn_by bigint references person,
      withdrawn_reason text
    );
    create unique index qualification_confirmation_once on qualification_confirmation (qualification_id, confirmed_on)
      where withdrawn_at is null;

    -- The employer's own written act: who may do which work, until when. It is about somebody and a sort of work, so a
    -- training that is renewed in between leaves it standing.
    create table designation (
      id bigint generated always as identity primary key,
      person_id bigint not null references person,
      type_code text not null references qualification_type,
      organisation_id bigint not null references organisation,
      tasks text not null,
      starts_on date not null,
      ends_on date not null,
      designated_by bigint not null references person,
      created_at timestamptz not null default now(),
      withdrawn_at timestamptz,
      withdrawn_by bigint references person,
      withdrawn_reason text,
      constraint designation_in_order check (starts_on <= ends_on)
    );
    create index designation_person on designation (person_id, type_code);

    -- Who looked at what is somebody else's, once a day and thing.
    create table dossier_view (
      id bigint generated always as identity primary key,
      person_id bigint not null references person,
      viewer_id bigint not null references person,
      what text not null constraint dossier_view_what check (what in ('dossier', 'check', 'scan')),
      qualification_id bigint references qualification,
      day date not null,
      viewed_at timestamptz not null default now(),
      constraint dossier_view_once unique nulls not distinct (person_id, viewer_id, what, qualification_id, day)
    );
    create index dossier_view_person on dossier_view (person_id, viewed_at desc);

    -- The page of an offering tells how long what it leads to holds.
    create trigger announce_change after insert or update or delete or truncate on qualification_term
      for each statement execute function announce_change();
  `.execute(db)
}
