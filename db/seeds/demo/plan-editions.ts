import catalogue from '../data/catalogue.json' with { type: 'json' }
import schoolHolidays from '../data/school-holidays.json' with { type: 'json' }
import {
  type DatedMeeting,
  dateMeetings,
  dayFrom,
  instantOf,
  type RelativeMeeting,
  type SchoolHoliday,
  schoolYearOf,
} from '../teaching-weeks.ts'

export type Requirement = { type: string; lapsedMonthsAllowed: number }
export type OfferingData = {
  slug: string
  kind: string
  title: string
  summary: string
  project: number
  profiles: string[]
  examModules: string[]
  studyMinutes: number
  capacity: number
  minimum: number
  audience: string[]
  organiser: string
  room: string
  level: string
  priceCents: { partners: number; others: number }
  lessonsToCover: number
  requires: Requirement[]
  preparesFor: string | null
  awardsOnTest: string | null
  completion: { minimumAttendancePercent: number; test: 'none' | 'organiser' | 'external' }
  editions: { key: string; meetings: RelativeMeeting[] }[]
}

export const offerings = catalogue.offerings as OfferingData[]

/** Where an offering is given: a room of a site, or, for an excursion, a sentence. */
export type Place = { organisation: string; site: string; room: string | undefined; note: string | undefined }

export type EditionPlan = {
  /** Such as `cobots-in-de-les:past`. */
  key: string
  offering: OfferingData
  code: string
  status: 'open' | 'going_ahead' | 'closed'
  place: Place
  meetings: (DatedMeeting & { trainer: string })[]
  trainers: string[]
  enrolUntil: Date
  leaveUntil: Date
  decideOn: string
  createdAt: Date
  closedAt: Date | undefined
  hasMeal: boolean
  participantsNote: string
}

const midden = new Set(['Zone.college'])

/** `De Marke, bouwplein` names site and room; `technieklab` only the room. */
export function placeOf(offering: OfferingData): Place {
  const { organiser, room } = offering
  const base = { organisation: organiser, note: undefined }
  if (room.startsWith('vertrek'))
    return {
      ...base,
      site: 'Deventer',
      room: undefined,
      note: 'Vertrek bij de Technicampus in Deventer, bij de hoofdingang',
    }
  const [first, second] = room.split(', ')
  if (second) return { ...base, site: first!, room: second }
  return { ...base, site: organiser === 'Etty Hillesum Lyceum' ? 'De Marke' : 'Deventer', room }
}

export function holidaysOf(offering: OfferingData): SchoolHoliday[] {
  const region = midden.has(offering.organiser) ? 'midden' : 'noord'
  return schoolHolidays.holidays
    .filter((table) => table.region === region)
    .flatMap((table) =>
      table.periods.map(([, startsOn, endsOn]) => ({ startsOn: startsOn!, endsOn: endsOn! })),
    )
}

const trainersOf: Record<string, string[]> = {
  Technicampus: ['gijs.meester', 'soraya.elburg', 'wendela.brug'],
  'ROC Aventus': ['theo.wegman', 'gijs.meester'],
  'Etty Hillesum Lyceum': ['maaike.timmer', 'wendela.brug'],
  'Zone.college': ['rens.akker', 'wendela.brug'],
  'Platform Techniek Stedendriehoek': ['wendela.brug', 'maaike.timmer'],
}
// What the demo trainer gives: one today, one to close, one that is closed.
const ofTheDemoTrainer = new Set([
  'mig-mag-lassen-opfrissen:running',
  'circulair-bouwen:past',
  'veilig-werken-nen3140:past',
])
// Theirs as well where they are free: its records are not complete yet.
const ratherTheDemoTrainer = 'bhv-herhaling:past'
const closed = new Set([
  'cobots-in-de-les:past',
  'b-vca-voor-instructeurs:past',
  '3d-printen-en-lasersnijden:past',
  'docentexcursie-maakindustrie:past',
  'veilig-werken-nen3140:past',
])
// Decided before its decide-day, because it filled up early.
const decided = new Set(['warmtepomp-inregelen:next', 'elektrische-voertuigen:next', 'bhv-basis:next'])
const notes: Record<string, string> = {
  'docentexcursie-maakindustrie':
    'De bus vertrekt om 8.30 uur precies. Geef op tijd door wat je niet eet; de lunch wordt een week van tevoren besteld.',
  'elektrische-voertuigen': 'Beide dagen is er een lunch. Er is genoeg parkeerruimte achter het gebouw.',
  'mig-mag-lassen-opfrissen':
    'Kleed je om in de kleedruimte naast de lashal; kluisjes gaan open met een munt.',
  'veilig-werken-nen3140': 'De toets begint om 15.30 uur. Neem je lunch zelf mee.',
}

/** Every edition of the first catalogue, dated around `now`. The same moment gives the same plan. */
export function planEditions(now: Date, today: string): EditionPlan[] {
  const busy = new Map<string, { startsAt: Date; endsAt: Date }[]>()
  const dated = offerings.flatMap((offering) =>
    offering.editions.map((edition) => ({
      key: `${offering.slug}:${edition.key}`,
      offering,
      meetings: dateMeetings(today, holidaysOf(offering), edition.meetings),
    })),
  )
  // The demo trainer's own come first, so that nobody else's meeting takes that time.
  const inOrder = dated.toSorted(
    (a, b) => Number(ofTheDemoTrainer.has(b.key)) - Number(ofTheDemoTrainer.has(a.key)),
  )
  const codes = codesOf(dated)
  const plans = inOrder.map(({ key, offering, meetings }): EditionPlan => {
    const others = trainersOf[offering.organiser] ?? []
    const candidates = ofTheDemoTrainer.has(key)
      ? ['trainer']
      : key === ratherTheDemoTrainer
        ? ['trainer', ...others]
        : others
    const trainer = candidates.find((one) =>
      meetings.every((meeting) => isFree(busy.get(one) ?? [], meeting)),
    )
    if (!trainer) throw new Error(`nobody is free to give ${key}`)
    busy.set(trainer, [...(busy.get(trainer) ?? []), ...meetings])
    const first = meetings[0]!.day
    const last = meetings.at(-1)!.day
    const decideOn = dayFrom(first, { days: -10 })
    const isClosed = closed.has(key)
    return {
      key,
      offering,
      code: codes.get(key)!,
      status: isClosed ? 'closed' : decideOn <= today || decided.has(key) ? 'going_ahead' : 'open',
      place: placeOf(offering),
      meetings: meetings.map((meeting) => ({ ...meeting, trainer })),
      trainers: [trainer],
      enrolUntil: instantOf(dayFrom(first, { days: -2 }), '17:00'),
      leaveUntil: instantOf(dayFrom(first, { days: -7 }), '17:00'),
      decideOn,
      createdAt: earliest(instantOf(dayFrom(first, { days: -80 }), '10:00'), now, 60),
      closedAt: isClosed ? instantOf(dayFrom(last, { days: 2 }), '16:00') : undefined,
      hasMeal: ['docentexcursie-maakindustrie', 'elektrische-voertuigen'].includes(offering.slug),
      participantsNote: notes[offering.slug] ?? '',
    }
  })
  return plans.toSorted((a, b) => a.meetings[0]!.startsAt.getTime() - b.meetings[0]!.startsAt.getTime())
}

/** School year of the first meeting, and a number within the offering. */
function codesOf(
  editions: { key: string; offering: OfferingData; meetings: DatedMeeting[] }[],
): Map<string, string> {
  const codes = new Map<string, string>()
  const counts = new Map<string, number>()
  for (const { key, offering, meetings } of editions) {
    const year = schoolYearOf(meetings[0]!.day)
    const number = (counts.get(`${offering.slug} ${year}`) ?? 0) + 1
    counts.set(`${offering.slug} ${year}`, number)
    codes.set(key, `${year}-${number}`)
  }
  return codes
}

function isFree(taken: { startsAt: Date; endsAt: Date }[], meeting: DatedMeeting): boolean {
  return !taken.some((other) => other.startsAt < meeting.endsAt && other.endsAt > meeting.startsAt)
}

/** The earlier of `moment` and so many days before `now`. */
function earliest(moment: Date, now: Date, days: number): Date {
  return new Date(Math.min(moment.getTime(), now.getTime() - days * 86_400_000))
}
