import { type Kysely, sql } from 'kysely'

/**
 * Announces on the channel `visitor_pages` that something changed which visitors' pages show, so that finished pages
 * are made anew. Once for a statement; PostgreSQL folds the announcements of one transaction into one.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function announce_change() returns trigger language plpgsql as $$
    begin
      perform pg_notify('visitor_pages', '');
      return null;
    end $$;
  `.execute(db)
  const tables = [
    'region',
    'goal',
    'project',
    'project_goal',
    'funder',
    'exam_profile',
    'exam_module',
    'qualification_type',
    'organisation',
    'site',
    'room',
    'offering',
    'offering_profile',
    'offering_exam_module',
    'offering_requirement',
    'edition',
    'edition_trainer',
    'meeting',
    'meeting_trainer',
    'certificate',
  ]
  for (const table of tables) {
    await sql`
      create trigger announce_change after insert or update or delete or truncate on ${sql.table(table)}
        for each statement execute function announce_change()
    `.execute(db)
  }
  // Of people, visitors see the names of trainers; a log-in or a new telephone number is no news to them.
  await sql`
    create trigger announce_change after update of given_name, family_name on person
      for each statement execute function announce_change()
  `.execute(db)
}
