import type { Db } from '#db/client.server.ts'

/** The teams of an organisation by name. */
export function listTeamsOf(db: Db, organisationId: number) {
  return db
    .selectFrom('team')
    .select(['id', 'name'])
    .where('organisationId', '=', organisationId)
    .orderBy('name')
    .limit(200)
    .execute()
}
