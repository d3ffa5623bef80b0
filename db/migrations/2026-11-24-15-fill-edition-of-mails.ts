import { type Kysely, sql } from 'kysely'

/**
 * A mail stands with the edition it is about, whoever wrote the code that sends it: what it is about already says
 * which. So nothing that is sent around an edition can be forgotten.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function edition_about(subject_key text) returns bigint language plpgsql stable as $$
    declare
      subject bigint;
    begin
      if subject_key !~ '^[a-z-]+:[0-9]{1,18}(:|$)' then return null; end if;
      subject := split_part(subject_key, ':', 2)::bigint;
      return case split_part(subject_key, ':', 1)
        when 'edition' then (select id from edition where id = subject)
        when 'meeting' then (select edition_id from meeting where id = subject)
        when 'enrolment' then (select edition_id from enrolment where id = subject)
        when 'certificate' then (select edition_id from certificate join enrolment on enrolment.id = enrolment_id
          where certificate.id = subject)
        when 'substitution' then (select edition_id from substitution join enrolment on enrolment.id = enrolment_id
          where substitution.id = subject)
        when 'membership-question' then (select edition_id from membership_question
          join enrolment on enrolment.id = enrolment_id where membership_question.id = subject)
      end;
    end $$;

    create function fill_outbox_edition() returns trigger language plpgsql as $$
    begin
      new.edition_id := edition_about(new.subject_key);
      return new;
    end $$;
    create trigger outbox_fill_edition before insert on outbox
      for each row when (new.edition_id is null) execute function fill_outbox_edition();

    update outbox set edition_id = edition_about(subject_key)
      where edition_id is null and edition_about(subject_key) is not null;
  `.execute(db)
}
