import { type Kysely, sql } from 'kysely'

/** Finds people by a part of their address, and what they bring along by organisation. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create index email_address_search on email_address using gin (address gin_trgm_ops);
    create index organisation_search on organisation using gin (plain(name || ' ' || town) gin_trgm_ops);
    create index people_import_created on people_import (created_at);
  `.execute(db)
}
