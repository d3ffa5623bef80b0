import { type Kysely, sql } from 'kysely'

/** Where a room is, in one row: every page that tells where a meeting is held joins this and nothing else. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Left joins of what must exist anyway: so PostgreSQL leaves out what a query doesn't ask for.
  await sql`
    create view room_place as
      select room.id as room_id, room.name as room, site.name as site, organisation.name as organisation,
        site.street, site.postcode, site.town, site.directions
      from room
      left join site on site.id = room.site_id
      left join organisation on organisation.id = site.organisation_id
  `.execute(db)
}
