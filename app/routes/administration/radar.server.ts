import { today } from '#app/platform/clock.ts'
import { addMonths, parseDay } from '#app/platform/dates.ts'

/** Half a year ahead, unless told. */
const usualMonths = 6

/** Until which day one looks: `?voor=`, as people type a day. */
export function untilFrom(request: Request): string {
  const typed = new URL(request.url).searchParams.get('voor') ?? ''
  return parseDay(typed) ?? addMonths(today(), usualMonths)
}
