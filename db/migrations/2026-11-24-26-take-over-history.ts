import { type Kysely, sql } from 'kysely'

/** Attendance from before the portal, taken over from somebody's list; never a certificate. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- A list that was read. Without faults it waits to be carried out; then it is a record of what was taken over.
    create table history_import (
      id bigint generated always as identity primary key,
      file_name text not null,
      created_by bigint not null references person,
      created_at timestamptz not null default now(),
      state text not null default 'checked'
        constraint history_import_state check (state in ('checked', 'started', 'done', 'failed', 'taken_back')),
      -- What was read, until it is carried out; how it looked when it was checked; and what came of it.
      rows jsonb not null,
      preview jsonb not null,
      result jsonb,
      -- How far it is. Written beside the transaction that carries it out, which shows nothing until it is whole.
      row_count integer not null constraint history_import_row_count check (row_count > 0),
      done_count integer not null default 0,
      attempts integer not null default 0,
      started_by bigint references person,
      started_at timestamptz,
      finished_at timestamptz,
      failure text,
      taken_back_by bigint references person,
      taken_back_at timestamptz,
      taken_back_reason text,
      constraint history_import_started check ((state = 'checked') = (started_at is null)),
      constraint history_import_taken_back check (
        (state = 'taken_back') = (taken_back_at is not null) and (taken_back_at is null) = (taken_back_reason is null))
    );
    create index history_import_created on history_import (created_at);

    create table past_attendance (
      id bigint generated always as identity primary key,
      import_id bigint not null references history_import,
      -- Where it stood in the file.
      line integer not null,
      person_id bigint not null references person,
      organisation_id bigint references organisation,
      title text not null,
      held_on date not null,
      minutes integer not null constraint past_attendance_minutes check (minutes > 0),
      project_number smallint references project
    );
    create unique index past_attendance_once on past_attendance (person_id, held_on, plain(title));
    create index past_attendance_import on past_attendance (import_id, line);
    create index past_attendance_held_on on past_attendance (held_on);
    create index past_attendance_organisation on past_attendance (organisation_id, held_on);

    -- Who is in the portal only because a list named them: taking the list back lets them go again.
    create table history_person (
      person_id bigint primary key references person,
      import_id bigint not null references history_import
    );
    create index history_person_import on history_person (import_id);
  `.execute(db)
}
