import type { Db } from '#db/client.server.ts'

/** What was issued to one person, the newest first, revoked ones too: at most the last 50. */
export function listCertificatesOfPerson(db: Db, personId: number) {
  return db
    .selectFrom('certificate')
    .select(['id', 'kind', 'number', 'title', 'lastDay', 'issuedAt', 'revokedAt'])
    .where('personId', '=', personId)
    .orderBy('issuedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(50)
    .execute()
}
