import type { RosterRow } from '#app/features/attendance/roster-queries.server.ts'
import type { CheckInState } from './check-in.ts'

/** What the trainer's page hears of a check-in. */
export type CheckInNews = {
  enrolmentId: number
  state: CheckInState
  codeAt: string
  receivedAt: string
  minutesLate: number
  sharedWith: string[]
}

/** Who is in by now: what the trainer's page asks for every few seconds. */
export type Standing = { now: string; rows: RosterRow[]; checkIns: CheckInNews[] }

/** What the service worker puts with an answer that it had kept: no news, and no clock to go by. */
export const keptAnswerHeader = 'X-Bewaard'
