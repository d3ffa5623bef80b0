import { type Kysely, sql } from 'kysely'

/** Figures of one school year, and what there is to choose from, without reading everything there ever was. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create index attended_school_year on attended (school_year, enrolment_id) include (minutes);
    create index enrolment_organisation on enrolment (organisation_id);
  `.execute(db)
}
