import { type Kysely, sql } from 'kysely'

/** The outbox, the journal, stored files, and what visitors write to the region. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- One row for each (reason, recipient, subject), in the transaction of what it tells about. A worker delivers.
    create table outbox (
      id bigint generated always as identity primary key,
      reason text not null,
      person_id bigint references person on delete cascade,
      recipient text not null,
      -- What it is about, such as 'enrolment:12'; with the reason and the recipient it is unique.
      subject_key text not null,
      title text not null,
      body_text text not null,
      body_html text not null,
      reply_to text,
      attachments jsonb not null default '[]',
      -- Waits for the daily digest of its person instead of going by itself.
      in_digest boolean not null default false,
      created_at timestamptz not null default now(),
      send_after timestamptz not null default now(),
      attempts integer not null default 0,
      last_error text,
      sent_at timestamptz,
      -- The mail server said for good that it will not take it.
      refused_at timestamptz,
      handled_at timestamptz,
      constraint outbox_once unique (reason, recipient, subject_key)
    );
    create index outbox_waiting on outbox (send_after, id) where sent_at is null and refused_at is null;
    create index outbox_refused on outbox (refused_at) where refused_at is not null and handled_at is null;
    create index outbox_person on outbox (person_id);
    create index outbox_created on outbox (created_at desc, id desc);

    -- Who did what. Rows are only added.
    create table journal (
      id bigint generated always as identity primary key,
      at timestamptz not null default now(),
      -- Null: the portal itself.
      actor_id bigint references person,
      action text not null,
      subject_type text not null,
      subject_id bigint,
      reason text,
      details jsonb not null default '{}'
    );
    create index journal_at on journal (at desc, id desc);
    create index journal_subject on journal (subject_type, subject_id, at desc);
    create index journal_actor on journal (actor_id, at desc);

    create table stored_file (
      id bigint generated always as identity primary key,
      name text not null,
      media_type text not null,
      byte_size integer not null,
      sha256 text not null,
      content bytea not null,
      uploaded_by bigint references person,
      created_at timestamptz not null default now()
    );

    create type contact_topic as enum ('question', 'join_as_company', 'join_as_school', 'trainer', 'other');

    create table contact_message (
      id bigint generated always as identity primary key,
      topic contact_topic not null,
      name text not null,
      email text not null,
      organisation text,
      message text not null,
      created_at timestamptz not null default now(),
      handled_at timestamptz,
      handled_by bigint references person,
      handled_note text
    );
    create index contact_message_open on contact_message (created_at) where handled_at is null;
  `.execute(db)
}
