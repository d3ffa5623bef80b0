import { sql } from 'kysely'
import { type Certificate, findCertificate } from '#app/features/certificates/certificate-queries.server.ts'
import { newVerificationCode } from '#app/features/certificates/verification-code.ts'
import type { Db } from '#db/client.server.ts'
import { anEdition, anEnrolment, anOffering, aPerson, theTestRegion } from '#tests/support/builders.ts'

/** So many certificates of as many people in one edition. */
export async function certificates(db: Db, amount: number): Promise<Certificate[]> {
  await theTestRegion(db)
  const offering = await anOffering(db, { title: 'MIG/MAG-lassen: opfrissen, met proef' })
  const edition = await anEdition(db, { offeringId: offering.id, capacity: amount })
  const ids: number[] = []
  for (let nth = 0; nth < amount; nth++) {
    const person = await aPerson(db, { givenName: 'Sam', familyName: `Geheim-${nth}` })
    const enrolment = await anEnrolment(db, {
      editionId: edition.id,
      personId: person.id,
      status: 'completed',
    })
    const { rows } = await sql<{ id: number }>`
      insert into certificate (kind, number, code, enrolment_id, person_id, holder_name, title, minutes, meetings,
        attendance_percent, first_day, last_day, test_passed_on, test_examiner, project_number, project_title, exam_modules,
        region_name, signatory_name, signatory_role, demo)
      values ('certificate', ${`2026-${100_000 + nth}`}, ${newVerificationCode()}, ${enrolment.id}, ${person.id}, ${person.name},
        ${offering.title}, 450, 2, 95, '2026-10-06', '2026-10-13', '2026-10-13', 'E. Examinator', 6,
        'Professionalisering', '[{"code":"K/PIE/05","title":"Booglasprocessen"}]', 'STO Testregio', 'T. Ekenaar',
        'programmaleider', false) returning id`.execute(db)
    ids.push(rows[0]?.id ?? 0)
  }
  return Promise.all(ids.map(async (id) => (await findCertificate(db, id)) as Certificate))
}
