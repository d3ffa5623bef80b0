import { formatCount, formatDayRange, formatDayYear, formatList } from '#app/ui/format.ts'
import { type HalfDay, halfDayWord } from './half-day.ts'

export const interestTexts = {
  title: 'Laat weten dat je mee wilt doen',
  /** What one gets by it, said before and after. */
  promise:
    'Komt er een datum, dan krijg jij als eerste een plek aangeboden. Je hebt dan vijf dagen om te kiezen.',
  laid: (title: string) =>
    `Je staat op de lijst voor ${title}. Komt er een datum, dan krijg je als eerste een plek aangeboden.`,
  changed: (title: string) => `Je belangstelling voor ${title} is bijgewerkt.`,
  takenBack: (title: string) => `Je staat niet meer op de lijst voor ${title}.`,
  noHalfDay: 'Kies minstens één dagdeel waarop je kunt.',
  chooseSchool: 'Je werkt op meer plekken. Kies voor welke school of welk team.',
  notYourSchool: 'Kies een school of team waar je nu werkt.',
  severalByLead:
    'Voor meer mensen tegelijk kan alleen een teamleider dit invullen. Laat je collega’s het zelf laten weten.',
  periodInOrder: 'De laatste dag ligt vóór de eerste. Kijk de dagen na.',
  gone: 'Deze belangstelling staat er niet meer.',
  wishReported: 'Dank je. De coördinator leest het, en je krijgt antwoord per mail.',
  wishTakenBack: 'Je melding is ingetrokken.',
  unknownModule: 'Deze code kennen we niet. Een code ziet eruit als P/PIE/01.',
  planned: (count: number) =>
    count > 0
      ? `${formatCount(count, 'melding staat', 'meldingen staan')} nu op de lijst. Kies hieronder een datum.`
      : 'Deze meldingen waren al afgehandeld.',
  wishDone: 'Deze melding is al afgehandeld of ingetrokken.',
  wishAnswered: (name: string) => `${name} krijgt je antwoord per mail.`,
  wishLinked: (name: string, title: string) =>
    `De melding van ${name} telt nu als belangstelling voor ${title}. ${name} krijgt bericht.`,
  wishClosed: (name: string) => `De melding van ${name} is afgesloten. ${name} krijgt je reden per mail.`,
  /** Without half-days a wish cannot be compared with dates. */
  anyHalfDay: 'alle dagdelen',
} as const

export const wishStateWords = {
  open: { word: 'gemeld', tone: 'warn' },
  linked: { word: 'wordt aanbod', tone: 'ok' },
  closed: { word: 'afgesloten', tone: 'neutral' },
  taken_back: { word: 'ingetrokken', tone: 'neutral' },
} as const

/** 'dinsdagmiddag en donderdagavond', or, when nearly all suit, how many. */
export function halfDaysInWords(halfDays: readonly HalfDay[]): string {
  if (halfDays.length === 0 || halfDays.length === 15) return interestTexts.anyHalfDay
  return halfDays.length > 5
    ? formatCount(halfDays.length, 'dagdeel', 'dagdelen')
    : formatList(halfDays.map(halfDayWord))
}

/** 'van 1 mrt tot en met 1 jun 2027', or nothing. */
export function periodInWords({
  fromDay,
  untilDay,
}: {
  fromDay: string | null
  untilDay: string | null
}): string {
  if (fromDay && untilDay) return formatDayRange(fromDay, untilDay)
  if (fromDay) return `vanaf ${formatDayYear(fromDay)}`
  return untilDay ? `tot en met ${formatDayYear(untilDay)}` : ''
}
