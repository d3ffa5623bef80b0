import { type Kysely, sql } from 'kysely'

/** Who asked to be erased, and who was: their row stays, without anything that says who they were. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table person
      add column erasure_asked_at timestamptz,
      add column erased_at timestamptz;
    create index person_erasure_asked on person (erasure_asked_at) where erasure_asked_at is not null;

    -- What was signed carries a trace of its holder's address. Of who was erased only its place in the status list stays:
    -- the holder has the credential, and it goes on verifying.
    alter table credential
      alter column credential drop not null,
      alter column jwt drop not null,
      add constraint credential_whole check ((credential is null) = (jwt is null));

    -- What is issued does not change, but for the names of who was erased: these become the one text that says so.
    create or replace function keep_certificate() returns trigger language plpgsql as $$
    declare
      changeable text[] := '{revoked_at,revoked_by,revoked_reason,person_id,enrolment_id}';
    begin
      if tg_op = 'DELETE' then
        raise exception 'a certificate is revoked, never deleted' using errcode = 'restrict_violation';
      end if;
      if new.holder_name = 'Naam gewist' then changeable := array_append(changeable, 'holder_name'); end if;
      if new.test_examiner = 'Naam gewist' then changeable := array_append(changeable, 'test_examiner'); end if;
      if to_jsonb(new) - changeable <> to_jsonb(old) - changeable
         or (old.revoked_at is not null and new.revoked_at is distinct from old.revoked_at) then
        raise exception 'what is issued does not change' using errcode = 'restrict_violation';
      end if;
      return new;
    end $$;
  `.execute(db)
}
