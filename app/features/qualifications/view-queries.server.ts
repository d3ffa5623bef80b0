import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'

/** What somebody can look at of somebody else's dossier. */
export type Viewed = 'dossier' | 'check' | 'scan'

/** Who looked at somebody's dossier, the last first. */
export function listViews(db: Db, personId: number) {
  return db
    .selectFrom('dossierView')
    .innerJoin('person', 'person.id', 'viewerId')
    .leftJoin('qualification', 'qualification.id', 'qualificationId')
    .leftJoin('qualificationType', 'qualificationType.code', 'qualification.typeCode')
    .select([
      'dossierView.id',
      'person.name',
      sql<Viewed>`what`.as('what'),
      'dossierView.viewedAt',
      'qualificationType.title',
    ])
    .where('dossierView.personId', '=', personId)
    .orderBy('viewedAt', 'desc')
    .orderBy('dossierView.id', 'desc')
    .limit(50)
    .execute()
}
