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

    -- What was recorded or signed does not change, but for a name in it while somebody is erased.
    create or replace function keep_contribution() returns trigger language plpgsql as $$
    declare
      may text[];
    begin
      if tg_op = 'DELETE' then
        raise exception 'a contribution is withdrawn, never deleted' using errcode = 'restrict_violation';
      end if;
      if old.state = 'waits_for_signature' then
        may := '{state,to_check,day,source_words,request_id,answered_at,signer_name,signer_role,read_text,read_hash,
          refused_reason,withdrawn_at,withdrawn_by,withdrawn_reason,settled_at,settled_by,settled_note}';
      else
        may := '{settled_at,settled_by,settled_note,signer_name,signer_role}';
        if new.signer_name is distinct from old.signer_name and new.signer_name is not null
           or new.signer_role is distinct from old.signer_role and new.signer_role is not null
           or old.settled_at is not null and new.settled_at is distinct from old.settled_at then
          raise exception 'what was answered does not change' using errcode = 'restrict_violation';
        end if;
      end if;
      if current_setting('bijblijven.erasing', true) = 'on' then
        may := may || '{what,source_words,evidence,read_text,refused_reason,withdrawn_reason}'::text[];
      end if;
      if to_jsonb(new) - may <> to_jsonb(old) - may then
        raise exception 'what was recorded or signed does not change: a correction is a new line'
          using errcode = 'restrict_violation';
      end if;
      return new;
    end $$;

    -- Nobody comes back: not by a form that was on its way, nor by merging.
    create function keep_erased() returns trigger language plpgsql as $$
    begin
      raise exception 'who was erased does not change' using errcode = 'restrict_violation';
    end $$;
    create trigger person_keep_erased before update on person
      for each row when (old.erased_at is not null) execute function keep_erased();
  `.execute(db)
}
