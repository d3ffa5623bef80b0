/** The rules of checking in. Whatever dates a check-in is the code itself: no device's clock is believed. */

const second = 1000
const minute = 60 * second

/** How long a code stands on the screen. */
export const stepMs = 15 * second
/** Before the start, from when one can check in; until the end one can. */
const opensBeforeMs = 30 * minute
/** Who comes in this soon after the start is on time. */
const graceMinutes = 5
/** From the first moment of a code until pressing the button, for who opened the page while it was fresh. */
const ticketMs = 90 * second
/** For so long a check-in that waited on a telephone can still be put before the trainer. */
const keptForMs = 7 * 24 * 60 * minute

export type Timetable = { startsAt: Date; endsAt: Date }

export const stepAt = (instant: Date | number): number => Math.floor(Number(instant) / stepMs)
export const startOfStep = (step: number): Date => new Date(step * stepMs)

/**
 * The steps whose code is taken as it comes: the current one, the one before it for who was still typing, and the next
 * for a screen whose clock is a little ahead. So a code is never taken once 30 seconds have gone since it appeared.
 */
export const freshSteps = (now: Date): number[] => [stepAt(now), stepAt(now) - 1, stepAt(now) + 1]

/** Every step that can have been on the screen of this meeting by now: where the code of a late arrival is looked up. */
export function pastSteps(meeting: Timetable, now: Date): { first: number; last: number } {
  const { opensAt, closesAt } = checkInWindow(meeting)
  return { first: stepAt(opensAt), last: Math.min(stepAt(now), stepAt(closesAt.getTime() - 1)) }
}

export function checkInWindow({ startsAt, endsAt }: Timetable): { opensAt: Date; closesAt: Date } {
  return { opensAt: new Date(startsAt.getTime() - opensBeforeMs), closesAt: endsAt }
}

/** Whether one can check in at this moment: the whole of a step counts from its beginning. */
export function isInWindow(meeting: Timetable, at: Date): boolean {
  const { opensAt, closesAt } = checkInWindow(meeting)
  return at.getTime() > opensAt.getTime() - stepMs && at < closesAt
}

/** Until when a check-in that was kept on a telephone is still taken in, for the trainer to confirm. */
export function isTakenLate({ endsAt }: Timetable, now: Date): boolean {
  return now.getTime() < endsAt.getTime() + keptForMs
}

/** A page opened with a fresh code is as good as that code until 90 seconds after it appeared. */
export function isTicketGood(codeAt: Date, now: Date): boolean {
  return now.getTime() - codeAt.getTime() <= ticketMs
}

/** The whole minutes after the start; none for who comes a few minutes late. */
export function minutesLateAt({ startsAt }: Timetable, at: Date): number {
  const passed = Math.floor((at.getTime() - startsAt.getTime()) / minute)
  return passed <= graceMinutes ? 0 : passed
}

export type CheckInState = 'accepted' | 'to_confirm' | 'confirmed' | 'refused'

/** What is kept of a check-in, as far as the next arrival of the same person asks. */
export type KnownCheckIn = { state: CheckInState; codeAt: Date; minutesLate: number }
/** A code that was recognised: the moment of its step, and whether it came in time to be recorded as it is. */
export type Recognised = { codeAt: Date; inTime: boolean }

/**
 * What an arrival makes of what was known: undefined when it changes nothing. What was recorded or answered stays; a
 * code that came in time does what a late one could not; of two late ones the earliest holds. So the order in which
 * they arrive makes no difference.
 */
export function mergeArrival(
  known: KnownCheckIn | undefined,
  arrival: Recognised,
  meeting: Timetable,
): KnownCheckIn | undefined {
  const fresh: KnownCheckIn = {
    state: arrival.inTime ? 'accepted' : 'to_confirm',
    codeAt: arrival.codeAt,
    minutesLate: minutesLateAt(meeting, arrival.codeAt),
  }
  if (!known) return fresh
  if (known.state !== 'to_confirm') return undefined
  if (arrival.inTime || arrival.codeAt < known.codeAt) return fresh
  return undefined
}
