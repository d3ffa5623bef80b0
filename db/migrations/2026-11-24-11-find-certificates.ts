import { type Kysely, sql } from 'kysely'

/** Certificates are looked for by part of a name, a title or a number, among all that were ever issued. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create index certificate_search on certificate
      using gin (plain(holder_name || ' ' || title || ' ' || number) gin_trgm_ops);
  `.execute(db)
}
