import { formatCents, formatCount, formatList } from '#app/ui/format.ts'
import type { Tone } from '#app/ui/state-badge.tsx'
import type { Places } from './offering.ts'

/** The fixed words of the catalogue. */

export const kindWords = {
  course: 'cursus',
  workshop: 'workshop',
  excursion: 'docentexcursie',
  exam_exchange: 'over en weer examineren',
} as const
export type OfferingKind = keyof typeof kindWords

export const levelWords = { basis: 'basis', gevorderd: 'gevorderd', expert: 'expert' } as const

export const audienceWords = {
  teacher: 'docenten',
  instructor: 'instructeurs',
  company: 'bedrijven',
} as const

export const testWords = {
  none: 'geen toets',
  organiser: 'een toets die wij afnemen',
  external: 'een examen bij iemand anders, dat hier niet meetelt',
} as const

export const offeringStatusWords = {
  draft: 'concept',
  published: 'in het aanbod',
  archived: 'uit het aanbod',
} as const

export const editionStatusWords = {
  planned: 'gepland, nog niet open',
  open: 'open voor inschrijving',
  going_ahead: 'gaat door',
  cancelled: 'gaat niet door',
  closed: 'afgerond',
} as const
export type EditionStatusName = keyof typeof editionStatusWords

export const editionStatusTones: Record<EditionStatusName, Tone> = {
  planned: 'neutral',
  open: 'ok',
  going_ahead: 'ok',
  cancelled: 'stop',
  closed: 'neutral',
}

/** What the pages of the catalogue say. */
export const catalogueTexts = {
  toCalendar: 'Zet in mijn agenda (.ics)',
  noDay: 'Dit is geen datum. Typ die als 3-12-2026.',
  untilBeforeFrom: 'Deze datum ligt vóór de datum bij Vanaf. Kies een latere.',
  searchLabel: 'Zoek op onderwerp, examenmodule of plaats',
  intro: 'Cursussen, workshops en excursies om bij te blijven. Zoek, kies een datum en neem je plek.',
  description:
    'Cursussen, workshops, docentexcursies en over en weer examineren voor docenten en instructeurs in techniek.',
  found: (total: number) =>
    `${formatCount(total, 'cursus of activiteit', 'cursussen en activiteiten')} gevonden`,
  meetingsFound: (count: number) => `${formatCount(count, 'bijeenkomst', 'bijeenkomsten')} in deze maand`,
  moreOnDay: (count: number) => `nog ${count} meer`,
  approximate: (search: string) => `Niets gevonden voor ‘${search}’. Dit lijkt erop:`,
  enrol: (full: boolean) => (full ? 'Naar de wachtlijst' : 'Inschrijven'),
  givenBy: (trainers: string, organiser: string) =>
    trainers ? `Door ${trainers}, namens ${organiser}.` : `Door ${organiser}.`,
  withMeal: 'Er is eten bij. Bij je inschrijving vragen we wat je niet eet.',
  noDates: 'nog geen datum',
  moreDates: (count: number) => `en nog ${formatCount(count, 'datum', 'data')}`,
} as const

/** The state of the places, as a sign (by its tone) and a word. */
export function placesInWords(places: Places): { tone: Tone; text: string } {
  switch (places.state) {
    case 'free':
      return { tone: 'ok', text: formatCount(places.left, 'plek', 'plekken') }
    case 'needed':
      return { tone: 'warn', text: `nog ${places.needed} nodig` }
    case 'full':
      return { tone: 'stop', text: 'vol, wachtlijst' }
    case 'planned':
      return { tone: 'neutral', text: 'inschrijven kan nog niet' }
    case 'cancelled':
      return { tone: 'stop', text: 'gaat niet door' }
    case 'enrolment_closed':
      return { tone: 'neutral', text: 'inschrijving gesloten' }
    case 'started':
      return { tone: 'neutral', text: 'is begonnen' }
    case 'over':
      return { tone: 'neutral', text: 'geweest' }
  }
}

/** How many places are free, for the cell that is called so. */
export function freeInWords(places: Places, capacity: number): string {
  const isFree = places.state === 'free' || places.state === 'needed'
  return isFree ? `${places.left} van ${capacity}` : placesInWords(places).text
}

/** What it costs, for who belongs to a partner of the programme and for anybody else. */
export function priceInWords(partnersCents: number, othersCents: number): string {
  const amount = (cents: number) => (cents === 0 ? 'gratis' : formatCents(cents))
  if (partnersCents === othersCents) return amount(partnersCents)
  return `${amount(partnersCents)} voor partners, ${amount(othersCents)} voor anderen`
}

export function lessonsInWords(lessons: number): string {
  if (lessons === 0) return 'Je hoeft er geen lessen voor te laten vervangen.'
  return `Je mist ongeveer ${formatCount(lessons, 'les', 'lessen')}. Regel op tijd wie die overneemt.`
}

/** 'docenten en instructeurs' */
export function audienceInWords(audience: readonly string[]): string {
  const words: Record<string, string> = audienceWords
  return formatList(audience.flatMap((one) => words[one] ?? []))
}

/** How somebody who is logged in stands in an edition. */
export const ownPlaceWords = {
  unconfirmed: 'Kijk in je mail om je inschrijving te bevestigen.',
  requested: 'Je hebt een plek; je teamleider moet nog ja zeggen.',
  confirmed: 'Je bent ingeschreven.',
  waitlisted: 'Je staat op de wachtlijst.',
  offered: 'Er is een plek voor je vrij. Kijk in je mail.',
} as const
