import { type Kysely, sql } from 'kysely'

/** Logins, links with one purpose, and the counters that slow down guessing. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- A session is a login. Only a hash of its id is kept: who reads the table cannot log in with it.
    create table session (
      id_hash text primary key,
      person_id bigint not null references person on delete cascade,
      expires_at timestamptz not null,
      created_at timestamptz not null default now(),
      last_seen_at timestamptz not null default now(),
      user_agent text
    );
    create index session_person on session (person_id);
    create index session_expires on session (expires_at);

    -- A link in a mail: one purpose, one subject, a term, used once. Only a hash of its token is kept.
    create table link_token (
      id bigint generated always as identity primary key,
      purpose text not null,
      token_hash text not null constraint link_token_hash_unique unique,
      person_id bigint references person on delete cascade,
      subject_id bigint,
      created_at timestamptz not null default now(),
      expires_at timestamptz not null,
      used_at timestamptz
    );
    create index link_token_subject on link_token (purpose, subject_id);
    create index link_token_person on link_token (person_id, purpose);
    create index link_token_expires on link_token (expires_at);

    -- Counters of attempts; the columns are those that rate-limiter-flexible expects.
    create table rate_limit (
      key text primary key,
      points integer not null default 0,
      expire bigint
    );
  `.execute(db)
}
