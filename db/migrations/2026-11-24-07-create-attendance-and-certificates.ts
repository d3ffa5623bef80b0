import { type Kysely, sql } from 'kysely'

/** Who was there, how a test went, and what was issued for it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create type attendance_state as enum ('present', 'excused', 'absent');
    create type attendance_way as enum ('roster', 'device', 'correction', 'import');

    -- The latest state of one enrolment at one meeting.
    create table attendance (
      meeting_id bigint not null references meeting,
      enrolment_id bigint not null references enrolment,
      state attendance_state not null,
      -- Late and left early count only with 'present'.
      minutes_late smallint not null default 0,
      minutes_left_early smallint not null default 0,
      note text,
      recorded_by bigint references person,
      recorded_at timestamptz not null default now(),
      -- Rises with every change: who saves over a newer one is told.
      version integer not null default 1,
      primary key (meeting_id, enrolment_id),
      constraint attendance_minutes check (minutes_late >= 0 and minutes_left_early >= 0),
      constraint attendance_minutes_with_present check (state = 'present' or (minutes_late = 0 and minutes_left_early = 0))
    );
    create index attendance_enrolment on attendance (enrolment_id);

    -- Every change of it: from what to what, by whom, why, which way. Rows are only added.
    create table attendance_change (
      id bigint generated always as identity primary key,
      meeting_id bigint not null references meeting,
      enrolment_id bigint not null references enrolment,
      from_state attendance_state,
      from_minutes_late smallint,
      from_minutes_left_early smallint,
      from_note text,
      to_state attendance_state not null,
      to_minutes_late smallint not null,
      to_minutes_left_early smallint not null,
      to_note text,
      reason text,
      way attendance_way not null,
      recorded_by bigint references person,
      recorded_at timestamptz not null default now()
    );
    create index attendance_change_of on attendance_change (meeting_id, enrolment_id, id);
    create index attendance_change_enrolment on attendance_change (enrolment_id);

    -- A missed meeting that was made up: in a meeting of another edition, or by a signed-off assignment.
    create table attendance_make_up (
      enrolment_id bigint not null references enrolment on delete cascade,
      meeting_id bigint not null references meeting,
      other_meeting_id bigint references meeting,
      assignment text,
      signed_off_by bigint references person,
      signed_off_at timestamptz not null default now(),
      primary key (enrolment_id, meeting_id),
      constraint attendance_make_up_how check (num_nonnulls(other_meeting_id, assignment) = 1)
    );

    create table test_result (
      id bigint generated always as identity primary key,
      enrolment_id bigint not null references enrolment,
      passed boolean not null,
      taken_on date not null,
      examiner text not null,
      number text,
      recorded_by bigint references person,
      recorded_at timestamptz not null default now()
    );
    create index test_result_enrolment on test_result (enrolment_id, id desc);

    -- A coordinator lets someone complete although the rule is not met.
    create table dispensation (
      enrolment_id bigint primary key references enrolment on delete cascade,
      reason text not null,
      granted_by bigint not null references person,
      granted_at timestamptz not null default now()
    );

    create type certificate_kind as enum ('proof_of_participation', 'certificate');

    create table certificate_counter (
      year smallint primary key,
      last integer not null
    );

    -- What is issued is a snapshot: nothing in it changes when the world does. It is revoked, never deleted.
    create table certificate (
      id bigint generated always as identity primary key,
      kind certificate_kind not null,
      number text not null constraint certificate_number_unique unique,
      code text not null constraint certificate_code_unique unique constraint certificate_code_length check (length(code) >= 16),
      enrolment_id bigint not null references enrolment,
      person_id bigint not null references person,
      holder_name text not null,
      title text not null,
      minutes integer not null,
      meetings smallint not null,
      attendance_percent smallint not null,
      first_day date not null,
      last_day date not null,
      test_passed_on date,
      test_examiner text,
      project_number smallint not null,
      project_title text not null,
      -- [{code, title}]
      exam_modules jsonb not null,
      region_name text not null,
      signatory_name text not null,
      signatory_role text not null,
      demo boolean not null,
      issued_at timestamptz not null default now(),
      issued_by bigint references person,
      revoked_at timestamptz,
      revoked_by bigint references person,
      revoked_reason text,
      constraint certificate_revoked_with_reason check ((revoked_at is null) = (revoked_reason is null))
    );
    create unique index certificate_one_valid on certificate (enrolment_id) where revoked_at is null;
    create index certificate_person on certificate (person_id);
    create index certificate_issued on certificate (issued_at desc, id desc);

    create function keep_certificate() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' then
        raise exception 'a certificate is revoked, never deleted' using errcode = 'restrict_violation';
      end if;
      if to_jsonb(new) - '{revoked_at,revoked_by,revoked_reason,person_id,enrolment_id}'::text[]
         <> to_jsonb(old) - '{revoked_at,revoked_by,revoked_reason,person_id,enrolment_id}'::text[]
         or (old.revoked_at is not null and new.revoked_at is distinct from old.revoked_at) then
        raise exception 'what is issued does not change' using errcode = 'restrict_violation';
      end if;
      return new;
    end $$;
    create trigger certificate_keep before update or delete on certificate
      for each row execute function keep_certificate();

    -- Attendance that changed after the certificate was issued: a coordinator decides.
    create table certificate_review (
      id bigint generated always as identity primary key,
      certificate_id bigint not null references certificate,
      noticed_at timestamptz not null default now(),
      decided_at timestamptz,
      decided_by bigint references person,
      decision text
    );
    create unique index certificate_review_open on certificate_review (certificate_id) where decided_at is null;

    -- A CSV of people that was read and is shown before it is carried out.
    create table people_import (
      id bigint generated always as identity primary key,
      created_by bigint not null references person,
      created_at timestamptz not null default now(),
      rows jsonb not null,
      carried_out_at timestamptz
    );
  `.execute(db)
}
