import { listCertificatesToTake } from '#app/features/certificates/certificates-of-person-queries.server.ts'
import { heldOf } from '#app/features/qualifications/holding.ts'
import { listPapers } from '#app/features/qualifications/qualification-queries.server.ts'
import { listChecks } from '#app/features/qualifications/verification-queries.server.ts'
import { paths } from '#app/paths.ts'
import { today } from '#app/platform/clock.ts'
import { environment } from '#app/platform/environment.server.ts'
import { theRegion } from '#app/platform/region.server.ts'
import type { Db } from '#db/client.server.ts'
import { dossierPdf } from './dossier-pdf.server.ts'

/** Somebody's whole dossier as it stands today, as a PDF. */
export async function makeDossierPdf(
  db: Db,
  { personId, name }: { personId: number; name: string },
): Promise<Buffer> {
  const [papers, certificates, region] = await Promise.all([
    listPapers(db, [personId]),
    listCertificatesToTake(db, personId),
    theRegion(db),
  ])
  const held = heldOf(
    papers.filter(({ withdrawnAt }) => withdrawnAt === null),
    today(),
  )
  const checks = await listChecks(
    db,
    held.map(({ newest }) => newest.id),
  )
  return dossierPdf({
    holder: name,
    region: region.name,
    demo: region.demo,
    madeOn: today(),
    held,
    checks,
    certificates,
    checkUrl: (code) => environment().baseUrl + paths.certificateCheck(code),
  })
}
