/** The words of the catalogue that rules and screens share. */

import type { EditionStatusName, OfferingKind } from './catalogue-texts.ts'

export const offeringKinds: readonly OfferingKind[] = ['course', 'workshop', 'excursion', 'exam_exchange']
export type { OfferingKind }

export type OfferingLevel = 'basis' | 'gevorderd' | 'expert'
export type CompletionTest = 'none' | 'organiser' | 'external'
export type EditionStatus = EditionStatusName

/** What decides whether there is a place in an edition. */
export type PlaceFacts = {
  status: EditionStatus
  capacity: number
  minimum: number
  placesHeld: number
  waiting: number
  enrolUntil: Date | null
  startsAt: Date | null
  endsAt: Date | null
}

/**
 * How an edition stands for who wants to enrol. `needed` is how many are still missing before it surely goes ahead.
 * A place that is free while others wait is theirs: for a newcomer the edition is full.
 */
export type Places =
  | { state: 'free'; left: number }
  | { state: 'needed'; left: number; needed: number }
  | { state: 'full'; waiting: number }
  | { state: 'planned' | 'cancelled' | 'enrolment_closed' | 'started' | 'over' }

export function placesOf(edition: PlaceFacts, at: Date): Places {
  if (edition.status === 'cancelled') return { state: 'cancelled' }
  if (edition.status === 'closed' || (edition.endsAt && edition.endsAt <= at)) return { state: 'over' }
  if (edition.startsAt && edition.startsAt <= at) return { state: 'started' }
  if (edition.status === 'planned') return { state: 'planned' }
  if (edition.enrolUntil && edition.enrolUntil <= at) return { state: 'enrolment_closed' }
  const left = edition.capacity - edition.placesHeld
  if (left <= 0 || edition.waiting > 0) return { state: 'full', waiting: edition.waiting }
  const needed = edition.minimum - edition.placesHeld
  return needed > 0 && edition.status === 'open' ? { state: 'needed', left, needed } : { state: 'free', left }
}

/** Whether somebody can ask for a place now, if only on the waiting list. */
export function isOpenFor(places: Places): boolean {
  return places.state === 'free' || places.state === 'needed' || places.state === 'full'
}

/** The time of meetings without their breaks, in minutes. */
export function netMinutesOf(
  meetings: readonly { startsAt: Date; endsAt: Date; breakMinutes: number }[],
): number {
  const minutes = ({ startsAt, endsAt, breakMinutes }: (typeof meetings)[number]) =>
    Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000) - breakMinutes
  return meetings.reduce((sum, meeting) => sum + minutes(meeting), 0)
}
