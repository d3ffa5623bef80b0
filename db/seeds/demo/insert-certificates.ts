import { newVerificationCode } from '#app/features/certificates/verification-code.ts'
import { dayOf } from '#app/platform/clock.ts'
import type { Transaction } from '#db/client.server.ts'
import { idOf } from './insert-people.ts'
import { correctedAt, type Known } from './insert-results.ts'
import type { Outcome } from './plan-results.ts'
import type { region } from './region.ts'

const hour = 3_600_000
export const revoked = {
  edition: 'cobots-in-de-les:past',
  person: 'kees.mulder',
  reason: 'Afgegeven terwijl de opdracht van de derde middag nog niet was nagekeken.',
  afterHours: 6 * 24,
}

/** What the closed editions issued, numbered in the order of issuing; the counter stands at the last number. */
export async function insertCertificates(
  trx: Transaction,
  outcomes: Outcome[],
  known: Known,
  about: typeof region,
  now: Date,
): Promise<Map<Outcome, number>> {
  const issued = outcomes
    .filter(({ enrolment, completed }) => completed && enrolment.edition.closedAt)
    .toSorted((a, b) => a.enrolment.edition.closedAt!.getTime() - b.enrolment.edition.closedAt!.getTime())
  const projects = new Map(
    (await trx.selectFrom('project').select(['number', 'title']).execute()).map((one) => [
      one.number,
      one.title,
    ]),
  )
  const modules = new Map(
    (await trx.selectFrom('examModule').select(['code', 'title']).execute()).map((one) => [
      one.code,
      one.title,
    ]),
  )
  const counters = new Map<number, number>()
  const rows = issued.map((outcome) => {
    const { edition, person } = outcome.enrolment
    const { offering, closedAt } = edition
    const year = Number(dayOf(closedAt!).slice(0, 4))
    const number = (counters.get(year) ?? 0) + 1
    counters.set(year, number)
    const isRevoked = edition.key === revoked.edition && person.key === revoked.person
    const isTested = offering.completion.test === 'organiser'
    const lastDay = edition.meetings.at(-1)!.day
    return {
      kind: isTested ? ('certificate' as const) : ('proof_of_participation' as const),
      number: `${year}-${String(number).padStart(6, '0')}`,
      code: newVerificationCode(),
      enrolmentId: known.enrolments.get(outcome.enrolment)!,
      personId: idOf(known.people, person.key),
      holderName: `${person.givenName} ${person.familyName}`,
      title: offering.title,
      minutes: offering.studyMinutes,
      meetings: edition.meetings.length,
      attendancePercent: outcome.percent,
      firstDay: edition.meetings[0]!.day,
      lastDay,
      testPassedOn: isTested ? lastDay : null,
      testExaminer: isTested ? 'Yusuf Voorbeeldtrainer' : null,
      projectNumber: offering.project,
      projectTitle: projects.get(offering.project)!,
      examModules: JSON.stringify(offering.examModules.map((code) => ({ code, title: modules.get(code)! }))),
      regionName: about.name,
      signatoryName: about.signatoryName,
      signatoryRole: about.signatoryRole,
      demo: about.demo,
      issuedAt: closedAt!,
      issuedBy: idOf(known.people, edition.trainers[0]!),
      revokedAt: isRevoked ? new Date(closedAt!.getTime() + revoked.afterHours * hour) : null,
      revokedBy: isRevoked ? idOf(known.people, 'coordinator') : null,
      revokedReason: isRevoked ? revoked.reason : null,
    }
  })
  const inserted = await trx.insertInto('certificate').values(rows).returning('id').execute()
  await trx
    .insertInto('certificateCounter')
    .values([...counters].map(([year, last]) => ({ year, last })))
    .execute()
  const ids = new Map(issued.map((outcome, i) => [outcome, inserted[i]!.id]))
  await insertReviews(trx, ids, now)
  return ids
}

/** Attendance that changed after something was issued for it waits for the coordinator. */
async function insertReviews(trx: Transaction, ids: Map<Outcome, number>, now: Date): Promise<void> {
  await trx
    .insertInto('certificateReview')
    .values(
      [...ids].flatMap(([outcome, certificateId]) =>
        outcome.marks
          .filter((one) => one.correction?.afterClosing)
          .map((one) => ({ certificateId, noticedAt: correctedAt(outcome, one, now) })),
      ),
    )
    .execute()
}
