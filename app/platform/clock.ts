/**
 * The present moment. Everything that asks what time it is asks here, so that a test can set the clock.
 * An instant is a `Date`; a day is a string `YYYY-MM-DD`, always in Europe/Amsterdam.
 */
export const timeZone = 'Europe/Amsterdam'

let fixed: Date | undefined

export function now(): Date {
  return fixed ? new Date(fixed) : new Date()
}

/** For tests and for seeding: stops the clock at `instant`, or lets it run again. */
export function setClock(instant: Date | undefined): void {
  fixed = instant
}

const dayFormat = new Intl.DateTimeFormat('en-CA', {
  timeZone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The day in Amsterdam on which an instant falls. */
export function dayOf(instant: Date): string {
  return dayFormat.format(instant)
}

export function today(): string {
  return dayOf(now())
}
