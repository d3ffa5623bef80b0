import ical, {
  ICalCalendarMethod,
  ICalEventBusyStatus,
  ICalEventStatus,
  ICalEventTransparency,
  escape as inCalendar,
} from 'ical-generator'
import { Temporal } from 'temporal-polyfill'
import { timeZone } from '#app/platform/clock.ts'
import type { CalendarEvent } from './calendar-event.ts'

export type Calendar = {
  name: string
  events: readonly CalendarEvent[]
  /** Who a file in a mail comes from. Such a file is a publication; what is fetched is just a calendar. */
  organiser?: { name: string; address: string }
}

/**
 * The rules of Dutch time since 1996, so that a reader needs no list of its own: some that have none take a name
 * they don't know for UTC.
 */
const dutchTime = `BEGIN:VTIMEZONE
TZID:${timeZone}
BEGIN:DAYLIGHT
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
END:STANDARD
END:VTIMEZONE`

const statuses = {
  confirmed: [ICalEventStatus.CONFIRMED, ICalEventBusyStatus.BUSY],
  tentative: [ICalEventStatus.TENTATIVE, ICalEventBusyStatus.TENTATIVE],
  cancelled: [ICalEventStatus.CANCELLED, ICalEventBusyStatus.FREE],
} as const

/** A calendar as the text of an `.ics` file (RFC 5545). The same meetings always make the same text. */
export function calendarFile({ name, events, organiser }: Calendar): string {
  const calendar = ical({
    prodId: { company: 'Bijblijven', product: 'Agenda', language: 'NL' },
    // The library writes a name as it is.
    name: inCalendar(inOneLine(name), false),
    method: organiser ? ICalCalendarMethod.PUBLISH : null,
  })
  for (const event of events) {
    const [status, busy] = statuses[event.state]
    calendar.createEvent({
      id: event.uid,
      sequence: event.sequence,
      stamp: event.changedAt,
      lastModified: event.changedAt,
      ...timesOf(event),
      summary: inOneLine(event.title),
      location: inOneLine(event.place),
      description: event.lines
        .flatMap((line) => line.split(/\r\n|\r|\n/))
        .map(inOneLine)
        .join('\n'),
      url: inOneLine(event.page),
      status,
      busystatus: event.busy ? busy : ICalEventBusyStatus.FREE,
      transparency: event.busy ? ICalEventTransparency.OPAQUE : ICalEventTransparency.TRANSPARENT,
      organizer: organiser ? { name: inOneLine(organiser.name), email: organiser.address } : null,
    })
  }
  return withZone(`${calendar.toString()}\r\n`, organiser === undefined)
}

/**
 * Puts in what the library has no right place for: how often to look again, which belongs before the first part, and
 * the zone, also when there is no meeting, for a calendar without any part is none. A calendar that the library knows
 * a zone of gets its stamps in that zone, and those belong in UTC.
 */
function withZone(file: string, fetched: boolean): string {
  const lines = [
    `X-WR-TIMEZONE:${timeZone}`,
    ...(fetched ? ['REFRESH-INTERVAL;VALUE=DURATION:PT1H', 'X-PUBLISHED-TTL:PT1H'] : []),
    ...dutchTime.split('\n'),
  ]
  const at = file.search(/\r\n(BEGIN:VEVENT|END:VCALENDAR)\r\n/)
  return `${file.slice(0, at)}\r\n${lines.join('\r\n')}${file.slice(at)}`
}

/**
 * On the clock in Amsterdam; in UTC where either end falls in the night of a change, before three. In October an hour
 * of it comes twice and nothing tells which is meant, and some readers let the change begin at midnight.
 */
function timesOf({ startsAt, endsAt }: CalendarEvent) {
  const start = Temporal.Instant.fromEpochMilliseconds(startsAt.getTime())
  const end = Temporal.Instant.fromEpochMilliseconds(endsAt.getTime())
  const unsure = [startsAt, endsAt].some(isNightOfChange)
  return { start, end, timezone: unsure ? null : timeZone }
}

function isNightOfChange(at: Date): boolean {
  // Only the last Sundays of March and October can be; asking the zone about every meeting takes its time.
  if (![2, 9].includes(at.getUTCMonth()) || at.getUTCDate() < 24) return false
  const shown = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone)
  return shown.hour < 3 && shown.hoursInDay !== 24
}

/** Without what ends a line or is no text at all: nothing that was typed begins a property of its own. */
function inOneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
}
