import type { Transaction } from '#db/client.server.ts'
import { termOn, validUntilOf } from './holds.ts'
import type { EditionIds } from './insert-catalogue.ts'
import type { EnrolmentIds } from './insert-enrolments.ts'
import { type Ids, idOf } from './insert-people.ts'
import { people } from './people.ts'
import type { Mark, Outcome, RecordedMark } from './plan-results.ts'

export type Known = { editions: Map<string, EditionIds>; people: Ids; enrolments: EnrolmentIds }

const minute = 60_000
const names = new Map(people.map((person) => [person.key, `${person.givenName} ${person.familyName}`]))

/** When a mark was put right: the day after, or, where the edition was closed already, yesterday. */
export function correctedAt(outcome: Outcome, recorded: RecordedMark, now: Date): Date {
  if (recorded.correction?.afterClosing) return new Date(now.getTime() - 26 * 60 * minute)
  const { endsAt } = outcome.enrolment.edition.meetings[recorded.meeting]!
  return new Date(endsAt.getTime() + 20 * 60 * minute)
}

/** Attendance with all its changes, what was made up, test results and dispensations. */
export async function insertResults(
  trx: Transaction,
  outcomes: Outcome[],
  known: Known,
  now: Date,
): Promise<void> {
  await insertAttendance(trx, outcomes, known, now)
  const rows = outcomes.map((outcome) => {
    const { edition, person } = outcome.enrolment
    return {
      outcome,
      enrolmentId: known.enrolments.get(outcome.enrolment)!,
      meetings: known.editions.get(edition.key)!.meetings,
      trainer: edition.trainers[0]!,
      personKey: person.key,
      day: edition.meetings.at(-1)!.day,
      doneAt: new Date(edition.meetings.at(-1)!.endsAt.getTime() + 15 * minute),
    }
  })
  await trx
    .insertInto('attendanceMakeUp')
    .values(
      rows.flatMap(({ outcome, enrolmentId, meetings, trainer, doneAt }) =>
        [...outcome.madeUp].map(([number, assignment]) => ({
          enrolmentId,
          meetingId: meetings[number]!,
          assignment,
          signedOffBy: idOf(known.people, trainer),
          signedOffAt: doneAt,
        })),
      ),
    )
    .execute()
  const tested = rows.filter(({ outcome }) => outcome.passed !== undefined)
  await trx
    .insertInto('testResult')
    .values(
      tested.map(({ outcome, enrolmentId, trainer, day, doneAt }, i) => ({
        enrolmentId,
        passed: outcome.passed === true,
        takenOn: day,
        examiner: names.get(trainer)!,
        number: `VB-${day.slice(0, 4)}-${String(i + 101)}`,
        recordedBy: idOf(known.people, trainer),
        recordedAt: doneAt,
      })),
    )
    .execute()
  await trx
    .insertInto('dispensation')
    .values(
      rows.flatMap(({ outcome, enrolmentId }) =>
        outcome.dispensation
          ? [
              {
                enrolmentId,
                reason: outcome.dispensation,
                grantedBy: idOf(known.people, 'coordinator'),
                grantedAt: new Date(outcome.enrolment.edition.closedAt!.getTime() - 60 * minute),
              },
            ]
          : [],
      ),
    )
    .execute()
  // The portal itself awards what a recorded test earns, when the edition is closed.
  await trx
    .insertInto('qualification')
    .values(
      tested.flatMap(({ outcome, personKey, day }) => {
        const { offering, closedAt } = outcome.enrolment.edition
        if (!offering.awardsOnTest || !closedAt || !outcome.completed) return []
        return [
          {
            personId: idOf(known.people, personKey),
            typeCode: offering.awardsOnTest,
            issuedOn: day,
            validUntil: validUntilOf(offering.awardsOnTest, day),
            issuer: offering.organiser,
            createdAt: closedAt,
            changedAt: closedAt,
            termId: termOn(offering.awardsOnTest, day),
            lastDayByTerm: true,
            verification: 'verified' as const,
          },
        ]
      }),
    )
    .execute()
}

async function insertAttendance(
  trx: Transaction,
  outcomes: Outcome[],
  known: Known,
  now: Date,
): Promise<void> {
  const recorded = outcomes.flatMap((outcome) =>
    outcome.marks.map((one) => {
      const { edition } = outcome.enrolment
      return {
        one,
        meetingId: known.editions.get(edition.key)!.meetings[one.meeting]!,
        enrolmentId: known.enrolments.get(outcome.enrolment)!,
        by: idOf(known.people, edition.trainers[0]!),
        at: new Date(edition.meetings[one.meeting]!.endsAt.getTime() - 5 * minute),
        corrected: correctedAt(outcome, one, now),
      }
    }),
  )
  await trx
    .insertInto('attendance')
    .values(
      recorded.map(({ one, meetingId, enrolmentId, by, at, corrected }) => ({
        meetingId,
        enrolmentId,
        state: one.mark.state,
        minutesLate: one.mark.late,
        minutesLeftEarly: one.mark.early,
        note: one.mark.note,
        recordedBy: by,
        recordedAt: one.correction ? corrected : at,
        version: one.correction ? 2 : 1,
      })),
    )
    .execute()
  const changes = recorded.flatMap(({ one, meetingId, enrolmentId, by, at, corrected }) => {
    const first = one.correction?.from ?? one.mark
    const row = { meetingId, enrolmentId, recordedBy: by }
    const entry = { ...row, ...to(first), way: 'roster' as const, recordedAt: at }
    if (!one.correction) return [entry]
    const change = {
      ...row,
      ...from(first),
      ...to(one.mark),
      way: 'correction' as const,
      reason: one.correction.reason,
      recordedAt: corrected,
    }
    return [entry, change]
  })
  await trx
    .insertInto('attendanceChange')
    .values(changes.toSorted((a, b) => a.recordedAt.getTime() - b.recordedAt.getTime()))
    .execute()
}

const to = (mark: Mark) => ({
  toState: mark.state,
  toMinutesLate: mark.late,
  toMinutesLeftEarly: mark.early,
  toNote: mark.note,
})
const from = (mark: Mark) => ({
  fromState: mark.state,
  fromMinutesLate: mark.late,
  fromMinutesLeftEarly: mark.early,
  fromNote: mark.note,
})
