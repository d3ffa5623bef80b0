import type { Transaction } from '#db/client.server.ts'
import { revoked } from './insert-certificates.ts'
import { idOf } from './insert-people.ts'
import { correctedAt, type Known } from './insert-results.ts'
import { decidesFor } from './people.ts'
import type { EditionPlan } from './plan-editions.ts'
import type { EnrolmentPlan } from './plan-enrolments.ts'
import type { Outcome } from './plan-results.ts'

type Line = {
  at: Date
  actorId: number | null
  action: string
  subjectType: string
  subjectId: number
  reason?: string | null
}

const hour = 3_600_000

/** Who did what, for the main acts that the other rows tell of. */
export async function insertJournal(
  trx: Transaction,
  editions: EditionPlan[],
  outcomes: Outcome[],
  certificates: Map<Outcome, number>,
  known: Known,
  now: Date,
): Promise<void> {
  const lines = [
    ...editions.flatMap((edition) => editionLines(edition, known)),
    ...[...known.enrolments].flatMap(([plan, id]) => enrolmentLines(plan, id, known)),
    ...outcomes.flatMap((outcome) => attendanceLines(outcome, known, now)),
    ...[...certificates].flatMap(([outcome, id]) => certificateLines(outcome, id, known)),
  ]
  await trx
    .insertInto('journal')
    .values(
      lines
        .toSorted((a, b) => a.at.getTime() - b.at.getTime())
        .map((line) => ({ ...line, reason: line.reason ?? null, details: '{}' })),
    )
    .execute()
}

function editionLines(edition: EditionPlan, known: Known): Line[] {
  const { id, meetings } = known.editions.get(edition.key)!
  const subject = { subjectType: 'edition', subjectId: id }
  const coordinator = idOf(known.people, 'coordinator')
  const trainer = idOf(known.people, edition.trainers[0]!)
  const lines: Line[] = [{ at: edition.createdAt, actorId: coordinator, action: 'edition.plan', ...subject }]
  if (edition.closedAt)
    lines.push({ at: edition.closedAt, actorId: trainer, action: 'edition.close', ...subject })
  if (!edition.key.endsWith(':next'))
    for (const [number, meeting] of edition.meetings.entries()) {
      const isRecorded = edition.key.endsWith(':past') || number === 0
      if (isRecorded)
        lines.push({
          at: meeting.endsAt,
          actorId: trainer,
          action: 'attendance.record',
          subjectType: 'meeting',
          subjectId: meetings[number]!,
        })
    }
  return lines
}

function enrolmentLines(plan: EnrolmentPlan, id: number, known: Known): Line[] {
  const subject = { subjectType: 'enrolment', subjectId: id }
  const self = idOf(known.people, plan.person.key)
  const enrolled: Line = { at: plan.createdAt, actorId: self, action: 'enrolment.enrol', ...subject }
  const next = (action: string, actorId: number): Line => ({
    at: plan.statusChangedAt,
    actorId,
    action,
    ...subject,
    reason: plan.reason ?? null,
  })
  const lead = idOf(known.people, decidesFor(plan.person, plan.membership))
  if (plan.status === 'withdrawn') return [enrolled, next('enrolment.withdraw', self)]
  if (plan.status === 'handed_over') return [enrolled, next('substitution.ask', self)]
  if (plan.approval === 'declined') return [enrolled, next('enrolment.decline', lead)]
  if (plan.approval === 'approved') return [enrolled, next('enrolment.approve', lead)]
  return [enrolled]
}

function attendanceLines(outcome: Outcome, known: Known, now: Date): Line[] {
  const { edition } = outcome.enrolment
  const enrolmentId = known.enrolments.get(outcome.enrolment)!
  const lines = outcome.marks.flatMap((one): Line[] =>
    one.correction
      ? [
          {
            at: correctedAt(outcome, one, now),
            actorId: idOf(known.people, edition.trainers[0]!),
            action: 'attendance.correct',
            subjectType: 'enrolment',
            subjectId: enrolmentId,
            reason: one.correction.reason,
          },
        ]
      : [],
  )
  if (outcome.dispensation)
    lines.push({
      at: new Date(edition.closedAt!.getTime() - hour),
      actorId: idOf(known.people, 'coordinator'),
      action: 'dispensation.grant',
      subjectType: 'enrolment',
      subjectId: enrolmentId,
      reason: outcome.dispensation,
    })
  return lines
}

function certificateLines(outcome: Outcome, id: number, known: Known): Line[] {
  const { edition, person } = outcome.enrolment
  const subject = { subjectType: 'certificate', subjectId: id }
  if (edition.key !== revoked.edition || person.key !== revoked.person) return []
  return [
    {
      at: new Date(edition.closedAt!.getTime() + revoked.afterHours * hour),
      actorId: idOf(known.people, 'coordinator'),
      action: 'certificate.revoke',
      ...subject,
      reason: revoked.reason,
    },
  ]
}
