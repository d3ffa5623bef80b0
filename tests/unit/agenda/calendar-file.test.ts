import ICAL from 'ical.js'
import nodeIcal from 'node-ical'
import { convertIcsCalendar } from 'ts-ics'
import { describe, expect, test } from 'vitest'
import type { CalendarEvent } from '#app/features/agenda/calendar-event.ts'
import { calendarFile } from '#app/features/agenda/calendar-file.server.ts'
import { instantAt } from '#app/platform/dates.ts'

const anEvent = (values: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: crypto.randomUUID(),
  sequence: 0,
  changedAt: new Date('2026-11-01T10:00:00Z'),
  startsAt: instantAt('2026-12-03', '13:00'),
  endsAt: instantAt('2026-12-03', '17:00'),
  state: 'confirmed',
  busy: true,
  title: 'Lassen',
  place: 'Lokaal 3, Voorbeeldcollege, Deventer',
  lines: ['Neem mee: een laskap'],
  page: 'https://bijblijven.example/mijn/inschrijvingen/1',
  ...values,
})

const fileWith = (...events: CalendarEvent[]) => calendarFile({ name: 'Bijblijven', events })
/** The lines as a reader puts them together again. */
const unfolded = (file: string) => file.replaceAll('\r\n ', '').split('\r\n')

type Times = Map<string, [start: number, end: number]>

/** Three readers that share no code with each other or with what writes the file. */
const readers: Record<string, (file: string) => Times> = {
  'ical.js': (file) => {
    const calendar = new ICAL.Component(ICAL.parse(file))
    const zone = new ICAL.Timezone(calendar.getFirstSubcomponent('vtimezone') as ICAL.Component)
    const instant = (time: ICAL.Time) => {
      // By the zone that the file itself brings.
      if (time.zone.tzid === zone.tzid) time.zone = zone
      return time.toJSDate().getTime()
    }
    return new Map(
      calendar.getAllSubcomponents('vevent').map((component) => {
        const event = new ICAL.Event(component)
        return [event.uid, [instant(event.startDate), instant(event.endDate)]]
      }),
    )
  },
  'node-ical': (file) =>
    new Map(
      Object.values(nodeIcal.sync.parseICS(file)).flatMap((part) =>
        part?.type === 'VEVENT'
          ? [[part.uid, [part.start.getTime(), part.end?.getTime() ?? 0]] as const]
          : [],
      ) as [string, [number, number]][],
    ),
  'ts-ics': (file) =>
    new Map(
      (convertIcsCalendar(undefined, file).events ?? []).map((event) => [
        event.uid,
        [event.start.date.getTime(), 'end' in event && event.end ? event.end.date.getTime() : 0],
      ]),
    ),
}

/** Numbers that look random and are the same every time. */
function numbers(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}

/** A year of meetings: some every day, and every quarter of an hour around both changes of the clock. */
function aYearOfMeetings(): CalendarEvent[] {
  const pick = numbers(20261025)
  const minute = 60_000
  const events: CalendarEvent[] = []
  const add = (startsAt: Date, minutes: number) =>
    events.push(anEvent({ startsAt, endsAt: new Date(startsAt.getTime() + minutes * minute) }))
  const year = Date.UTC(2026, 7, 1)
  for (let day = 0; day < 366; day++) {
    for (let i = 0; i < 2; i++) add(new Date(year + (day * 1440 + pick(288) * 5) * minute), 5 + pick(1436))
  }
  for (const change of ['2026-10-25T01:00:00Z', '2027-03-28T01:00:00Z']) {
    for (let quarter = -20; quarter <= 20; quarter++) {
      const startsAt = new Date(Date.parse(change) + quarter * 15 * minute)
      for (const minutes of [15, 60, 150, 720]) add(startsAt, minutes)
    }
  }
  return events
}

describe('a year of meetings with both changes of the clock', () => {
  const events = aYearOfMeetings()
  const file = fileWith(...events)
  const written = new Map(events.map((one) => [one.uid, [one.startsAt.getTime(), one.endsAt.getTime()]]))

  for (const [name, read] of Object.entries(readers)) {
    test(`is read by ${name} as the same instants`, () => {
      const found = read(file)
      expect(found.size).toBe(events.length)
      const wrong = events
        .filter(({ uid }) => String(found.get(uid)) !== String(written.get(uid)))
        .map(({ uid, startsAt }) => [startsAt.toISOString(), written.get(uid), found.get(uid)])
      expect(wrong).toEqual([])
    })
  }

  test('is on the clock of Amsterdam, and in UTC only in the two nights of a change', () => {
    const lines = unfolded(file).filter((line) => /^DT(START|END)[;:]/.test(line) && !line.includes(':1996'))
    const inUtc = lines.filter((line) => line.endsWith('Z'))
    expect(inUtc.length).toBeGreaterThan(100)
    for (const line of inUtc) expect(line).toMatch(/:(2026102[45]|202703(27|28))T/)
    expect(lines.length - inUtc.length).toBeGreaterThan(1500)
    for (const line of lines)
      expect(line).toMatch(/^DT(START|END)(;TZID=Europe\/Amsterdam:\d{8}T\d{6}|:\d{8}T\d{6}Z)$/)
  })

  test('a meeting on both sides of a change keeps its time on the wall', () => {
    const weekly = fileWith(
      anEvent({ startsAt: instantAt('2026-10-22', '13:00'), endsAt: instantAt('2026-10-22', '17:00') }),
      anEvent({ startsAt: instantAt('2026-10-29', '13:00'), endsAt: instantAt('2026-10-29', '17:00') }),
    )
    expect(weekly).toContain('DTSTART;TZID=Europe/Amsterdam:20261022T130000')
    expect(weekly).toContain('DTSTART;TZID=Europe/Amsterdam:20261029T130000')
  })
})

describe('whatever somebody typed', () => {
  const nasty = [
    'Lassen\r\nATTENDEE:mailto:mallory@example.org',
    'Lassen\nEND:VEVENT\nEND:VCALENDAR',
    'Lassen\u2028ATTENDEE:x\u0000\u0007\u0085\u001b[31m',
    'A;B,C\\n:D"E',
    `${'Énorm lange titel met 日本語 en 🛠️ '.repeat(12)}`,
    `half \ud83d een`,
  ]

  test('no line is longer than 75 octets, and each ends as it should', () => {
    for (const text of nasty) {
      const file = calendarFile({
        name: text,
        events: [anEvent({ title: text, place: text, lines: [text, text] })],
      })
      expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true)
      for (const line of file.split('\r\n')) {
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
        expect(line).not.toMatch(/[\p{Cc}\u2028\u2029]/u)
      }
      expect(file).toBe(Buffer.from(file).toString())
    }
  })

  test('begins no line of its own', () => {
    for (const text of nasty) {
      const file = calendarFile({
        name: text,
        events: [anEvent({ title: text, place: text, lines: [text], page: text })],
        organiser: { name: text, address: 'sto@example.org' },
      })
      const names = unfolded(file).map((line) => line.split(/[;:]/, 1)[0])
      expect(names.filter((name) => name === 'BEGIN')).toHaveLength(5)
      expect(names).not.toContain('ATTENDEE')
      for (const read of Object.values(readers)) expect(read(file).size).toBe(1)
    }
  })

  test('comes back as it was', () => {
    // Not a backslash before an n: node-ical takes that for an end of line, however it is written.
    const text = 'A; B, C\\ "D": Énorm 🛠️ '.repeat(8).trim()
    const file = fileWith(anEvent({ title: text, place: text, lines: [text, 'tweede regel'] }))
    const [event] = Object.values(nodeIcal.sync.parseICS(file)).filter((part) => part?.type === 'VEVENT')
    expect(event).toMatchObject({ summary: text, location: text })
    const component = new ICAL.Component(ICAL.parse(file)).getFirstSubcomponent('vevent')
    expect(component?.getFirstPropertyValue('description')).toBe(`${text}\ntweede regel`)
  })
})

describe('the file itself', () => {
  test('brings its own rules of time, and says all a strict reader asks', () => {
    const file = fileWith(anEvent({ uid: 'een', sequence: 4, state: 'cancelled', busy: false }))
    const lines = unfolded(file)
    expect(lines.filter((line) => line === 'BEGIN:VTIMEZONE')).toHaveLength(1)
    expect(lines).toEqual(
      expect.arrayContaining([
        'VERSION:2.0',
        'TZID:Europe/Amsterdam',
        'UID:een',
        'SEQUENCE:4',
        'DTSTAMP:20261101T100000Z',
        'LAST-MODIFIED:20261101T100000Z',
        'STATUS:CANCELLED',
        'TRANSP:TRANSPARENT',
      ]),
    )
    expect(lines.some((line) => line.startsWith('PRODID:'))).toBe(true)
    expect(lines.some((line) => line.startsWith('METHOD:'))).toBe(false)
  })

  test('is a publication with a sender when it goes along with a mail, and never an invitation', () => {
    const organiser = { name: 'Sterk Techniek Onderwijs', address: 'sto@example.org' }
    const lines = unfolded(calendarFile({ name: 'x', events: [anEvent()], organiser }))
    expect(lines).toContain('METHOD:PUBLISH')
    expect(lines).toContain('ORGANIZER;CN="Sterk Techniek Onderwijs":mailto:sto@example.org')
    expect(lines.join('\n')).not.toContain('ATTENDEE')
  })

  test('says everything about itself before its first part, and has a part when there is no meeting', () => {
    for (const file of [fileWith(anEvent(), anEvent()), fileWith()]) {
      const lines = unfolded(file)
      const own: string[] = []
      let depth = 0
      let parts = 0
      for (const line of lines.slice(0, -1)) {
        if (line.startsWith('BEGIN:')) depth++
        if (depth === 2 && line.startsWith('BEGIN:')) parts++
        if (depth === 1 && !/^(BEGIN|END):/.test(line)) own.push(`${line} after ${parts}`)
        if (line.startsWith('END:')) depth--
      }
      expect(own).toContain('REFRESH-INTERVAL;VALUE=DURATION:PT1H after 0')
      expect(own.filter((line) => !line.endsWith('after 0'))).toEqual([])
      expect(parts).toBeGreaterThan(0)
      expect(depth).toBe(0)
      for (const read of Object.values(readers)) expect(read(file).size).toBe(parts - 1)
    }
  })

  test('is the same text for the same meetings', () => {
    const event = anEvent()
    expect(fileWith(event)).toBe(fileWith(event))
  })
})
