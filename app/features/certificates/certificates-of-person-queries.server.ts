import type { Db } from '#db/client.server.ts'
import type { CertificateKind } from './certificate.ts'

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

export type CertificateOfHolder = {
  id: number
  kind: CertificateKind
  number: string
  code: string
  title: string
  minutes: number
  issuedAt: Date
  revokedAt: Date | null
}

/** Everything that was issued to one person, with the codes by which it is checked; for its holder, the newest first. */
export function listCertificatesToTake(db: Db, personId: number): Promise<CertificateOfHolder[]> {
  return db
    .selectFrom('certificate')
    .select(['id', 'kind', 'number', 'code', 'title', 'minutes', 'issuedAt', 'revokedAt'])
    .where('personId', '=', personId)
    .orderBy('issuedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1000)
    .execute()
}
