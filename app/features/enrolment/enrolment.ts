import { firstRightDays } from '#app/features/interest/interest.ts'

/** The rules of a place: who gets one, until when, and what happens to it. Plain values in, plain answers out. */

export type EnrolmentStatus =
  | 'unconfirmed'
  | 'requested'
  | 'confirmed'
  | 'waitlisted'
  | 'offered'
  | 'expired'
  | 'declined'
  | 'withdrawn'
  | 'handed_over'
  | 'cancelled'
  | 'completed'
  | 'not_completed'

export type Approval = 'not_needed' | 'pending' | 'approved' | 'declined'

/** What the rules need to know of an edition. `startsAt` and `endsAt` are those of its first and last meeting. */
export type EditionFacts = {
  status: 'planned' | 'open' | 'going_ahead' | 'cancelled' | 'closed'
  capacity: number
  placesHeld: number
  waiting: number
  enrolUntil: Date | null
  leaveUntil: Date | null
  startsAt: Date | null
  endsAt: Date | null
}

const hour = 60 * 60_000
const day = 24 * hour

/** How long a place is held for who must still confirm the mail, and for who must still answer an offer. */
export const holdMs = 24 * hour
/** How long a place is held for who showed interest before there was a date. */
export const firstRightMs = firstRightDays * day
/** Who has more than this to answer an offer is reminded when less than `remindOfferMs` is left. */
export const longOfferMs = 36 * hour
export const remindOfferMs = day
/** A place freed less than this before the start is offered, not given. */
export const offerWithinMs = 7 * day
/** An offer ends at the latest this long before the start; after that no place is given from the waiting list. */
export const offerClosesMs = 2 * hour
/** Without an account one enrols until this long before the start. */
export const accountNeededMs = 24 * hour
export const unconfirmedPerNetwork = 3
export const approvalLinkMinutes = 14 * 24 * 60
export const schoolDaysUntilReminder = 3
export const schoolDaysUntilDeputy = 5

/** States that come before any ending: somebody has a place here, or wishes for one. */
export const openStatuses = ['unconfirmed', 'requested', 'confirmed', 'waitlisted', 'offered'] as const
/** Who hears that an edition goes ahead: those with a place, an offer of one, or a place in line. */
export const toldOfGoingAhead = ['confirmed', 'requested', 'offered', 'waitlisted'] as const
export type OpenStatus = (typeof openStatuses)[number]

export function isOpen(status: EnrolmentStatus): status is OpenStatus {
  return (openStatuses as readonly string[]).includes(status)
}

export type ClosedReason = 'not_open_yet' | 'cancelled' | 'closed' | 'undated' | 'started' | 'past_deadline'

/** Why nobody can enrol in this edition now; undefined when one can. A coordinator may after the deadline. */
export function whyClosed(
  edition: EditionFacts,
  now: Date,
  by: { coordinator?: boolean } = {},
): ClosedReason | undefined {
  if (edition.status === 'cancelled') return 'cancelled'
  if (edition.status === 'closed') return 'closed'
  if (edition.status === 'planned') return 'not_open_yet'
  if (!edition.startsAt) return 'undated'
  if (edition.startsAt <= now) return 'started'
  if (edition.enrolUntil && edition.enrolUntil < now && !by.coordinator) return 'past_deadline'
  return undefined
}

/** What a newcomer gets. Nobody passes the people who wait, even when a place is free. */
export function place(
  edition: Pick<EditionFacts, 'capacity' | 'placesHeld' | 'waiting'>,
  needsApproval: boolean,
): 'confirmed' | 'requested' | 'waitlisted' {
  if (edition.placesHeld >= edition.capacity || edition.waiting > 0) return 'waitlisted'
  return needsApproval ? 'requested' : 'confirmed'
}

/** What the first in line gets when a place is free: the place, an offer, or nothing any more. */
export function promotion(edition: EditionFacts, now: Date): 'confirm' | 'offer' | 'none' {
  if (edition.status !== 'open' && edition.status !== 'going_ahead') return 'none'
  if (!edition.startsAt || edition.placesHeld >= edition.capacity) return 'none'
  const ahead = edition.startsAt.getTime() - now.getTime()
  if (ahead <= offerClosesMs) return 'none'
  return ahead > offerWithinMs ? 'confirm' : 'offer'
}

/** Until when an offer stands that is made now. */
export function offerUntil(startsAt: Date, now: Date): Date {
  return new Date(Math.min(now.getTime() + holdMs, startsAt.getTime() - offerClosesMs))
}

/** Until when those who showed interest have first right, from now. */
export function firstRightUntil(startsAt: Date, now: Date): Date {
  return new Date(Math.min(now.getTime() + firstRightMs, startsAt.getTime() - offerClosesMs))
}

/** Whether one may still leave: until the last meeting is over. */
export function mayLeave(status: EnrolmentStatus, edition: EditionFacts, now: Date): boolean {
  const running = edition.status !== 'closed' && edition.status !== 'cancelled'
  return isOpen(status) && running && (edition.endsAt === null || now < edition.endsAt)
}

/** Whether leaving now is marked as late. Only a confirmed place is left late; never because a meeting moved. */
export function isLate(
  enrolment: { status: EnrolmentStatus; leaveFreelyUntil: Date | null },
  edition: EditionFacts,
  now: Date,
): boolean {
  if (enrolment.status !== 'confirmed') return false
  if (enrolment.leaveFreelyUntil && now <= enrolment.leaveFreelyUntil) return false
  const deadline = edition.leaveUntil ?? edition.startsAt
  return deadline !== null && now > deadline
}

/** Whether a place may go to a colleague: a confirmed one, until the first meeting begins. */
export function mayHandOver(status: EnrolmentStatus, edition: EditionFacts, now: Date): boolean {
  const running = edition.status === 'open' || edition.status === 'going_ahead'
  return status === 'confirmed' && running && edition.startsAt !== null && now < edition.startsAt
}

/**
 * How many school days lie after `from` up to and including `until`: Mondays to Fridays outside the holidays.
 * Days are `YYYY-MM-DD`.
 */
export function schoolDaysBetween(
  from: string,
  until: string,
  holidays: readonly { startsOn: string; endsOn: string }[],
): number {
  let count = 0
  for (let at = Date.parse(from) + day; at <= Date.parse(until); at += day) {
    const date = new Date(at)
    const weekday = date.getUTCDay()
    const text = date.toISOString().slice(0, 10)
    const free = holidays.some(({ startsOn, endsOn }) => startsOn <= text && text <= endsOn)
    if (weekday !== 0 && weekday !== 6 && !free) count++
  }
  return count
}

/** The first day of the school year in which `today` falls: the first of August. */
export function schoolYearStart(today: string): string {
  const year = Number(today.slice(0, 4))
  return today.slice(5) >= '08-01' ? `${year}-08-01` : `${year - 1}-08-01`
}

/** How far a request for approval has been put, and what it hangs on. */
export type OpenRequest = {
  askedAt: Date
  remindedAt: Date | null
  toDeputyAt: Date | null
  toCoordinatorAt: Date | null
  enrolUntil: Date | null
  startsAt: Date | null
}

/**
 * What is to be done about a request that nobody answered: remind the lead after three school days, ask the deputy
 * after five, and the coordinator at the closing date (the start, where there is none).
 */
export function approvalStep(
  request: OpenRequest,
  now: Date,
  dayOf: (instant: Date) => string,
  holidays: readonly { startsOn: string; endsOn: string }[],
): 'remind' | 'deputy' | 'coordinator' | undefined {
  if (request.toCoordinatorAt) return undefined
  const closing = request.enrolUntil ?? request.startsAt
  // The day itself counts: after the closing date it would be too late to fill the place again.
  if (closing && dayOf(closing) <= dayOf(now)) return 'coordinator'
  const waited = schoolDaysBetween(dayOf(request.askedAt), dayOf(now), holidays)
  if (!request.toDeputyAt && waited >= schoolDaysUntilDeputy) return 'deputy'
  if (!request.remindedAt && !request.toDeputyAt && waited >= schoolDaysUntilReminder) return 'remind'
  return undefined
}
