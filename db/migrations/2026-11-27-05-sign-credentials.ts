import { type Kysely, sql } from 'kysely'

/** The keys that credentials are signed with, and what was signed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- Of each kind the newest signs; the others go on verifying what they signed.
    create table signing_key (
      id bigint generated always as identity primary key,
      kind text not null constraint signing_key_kind check (kind in ('ed25519', 'rsa')),
      -- The fragment by which the key is named in the issuer's documents.
      name text not null constraint signing_key_name unique,
      public_key jsonb not null,
      -- Encrypted with a key that comes from SECRET_KEY.
      secret_key bytea not null,
      created_at timestamptz not null default now()
    );
    create index signing_key_newest on signing_key (kind, id desc);

    -- A certificate as it was signed, once: what its holder took along does not change. Its row is its place in the
    -- list of what was revoked.
    create table credential (
      certificate_id bigint primary key references certificate,
      status_index bigint generated always as identity (start with 0 minvalue 0) constraint credential_status unique,
      credential jsonb not null,
      jwt text not null,
      signed_at timestamptz not null default now()
    );
  `.execute(db)
}
