/** The rules of a reminder: how long before a meeting it goes out, and to whom. Days are counted in Amsterdam. */

/** A week and a day before each meeting. */
export type ReminderDays = 7 | 1

/**
 * Reminders that were missed, because nothing ran, still go out: the one of a week until so many days before; the one
 * of a day until so long before the start. After that they would only be noise.
 */
export const weekReminderUntilDays = 3
export const dayReminderUntilMs = 2 * 3_600_000

/** 'Morgen', 'Over een week': how far away the meeting is when its reminder is written. */
export function countdown(daysAhead: number): string {
  if (daysAhead <= 0) return 'Vandaag'
  if (daysAhead === 1) return 'Morgen'
  return daysAhead === 7 ? 'Over een week' : `Over ${daysAhead} dagen`
}

/** How to get to an address, as a link to a planner that opens on any phone; undefined where there is no address. */
export function routeLink(place: {
  street: string | null
  postcode: string | null
  town: string | null
}): string | undefined {
  if (!place.street || !place.town) return undefined
  const address = [place.street, [place.postcode, place.town].filter(Boolean).join(' ')].join(', ')
  return `https://www.google.com/maps/dir/?api=1&destination=${encodeURIComponent(address)}`
}
