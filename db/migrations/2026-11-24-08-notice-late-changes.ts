import { type Kysely, sql } from 'kysely'

/** What changes after a certificate was issued for it is put before a coordinator, whichever way it changed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function ask_certificate_review() returns trigger language plpgsql as $$
    begin
      insert into certificate_review (certificate_id)
        select distinct certificate.id
        from fact join certificate on certificate.enrolment_id = fact.enrolment_id and certificate.revoked_at is null
      on conflict do nothing;
      return null;
    end $$;

    -- Once a statement, not once a row: saving a roster of 200 asks one question.
    create trigger attendance_change_review after insert on attendance_change
      referencing new table as fact for each statement execute function ask_certificate_review();
    create trigger make_up_review after insert on attendance_make_up
      referencing new table as fact for each statement execute function ask_certificate_review();
    create trigger make_up_removed_review after delete on attendance_make_up
      referencing old table as fact for each statement execute function ask_certificate_review();
    create trigger test_result_review after insert on test_result
      referencing new table as fact for each statement execute function ask_certificate_review();
  `.execute(db)
}
