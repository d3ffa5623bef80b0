import type { EnrolmentStatus } from '#app/features/enrolment/enrolment.ts'

/** Two accounts of one person become one: what moves, what collides, and what stands in the way. */
export type MergePreview = {
  kept: MergedAccount
  merged: MergedAccount
  moves: MergeCounts
  /** Places in the same edition: the better one stays, the other is ended. */
  doublePlaces: DoublePlace[]
  /** Logins of the account that goes, which end. */
  sessions: number
  /** Why they cannot be merged, in sentences; empty when they can. */
  obstacles: string[]
}

export type MergedAccount = { id: number; name: string; addresses: string[]; organisations: string[] }
export type MergeCounts = Record<
  | 'addresses'
  | 'memberships'
  | 'enrolments'
  | 'certificates'
  | 'qualifications'
  | 'pastAttendances'
  | 'trainings',
  number
>

export type DoublePlace = {
  editionId: number
  title: string
  startsAt: Date | null
  keptEnrolmentId: number
  keptStatus: EnrolmentStatus
  mergedEnrolmentId: number
  mergedStatus: EnrolmentStatus
}

// The furthest first: a place that was completed says more than one that waits.
const order: EnrolmentStatus[] = [
  'completed',
  'confirmed',
  'not_completed',
  'offered',
  'requested',
  'waitlisted',
  'unconfirmed',
]

/** Which of two places in one edition stays, and which one ends; of two alike, the one of the account that stays. */
export function betterPlace(double: DoublePlace): { stays: number; ends: number; status: EnrolmentStatus } {
  const keptIsBetter = order.indexOf(double.keptStatus) <= order.indexOf(double.mergedStatus)
  return keptIsBetter
    ? { stays: double.keptEnrolmentId, ends: double.mergedEnrolmentId, status: double.keptStatus }
    : { stays: double.mergedEnrolmentId, ends: double.keptEnrolmentId, status: double.mergedStatus }
}
