import { halfDayFrom, partWords } from '#app/features/interest/half-day.ts'
import { formatCount, formatList, formatWeekday } from '#app/ui/format.ts'

/** Who of a team is away already on the half-days of an edition. */
export type TeamAbsence = {
  /** How many people the team has. */
  teamSize: number
  halfDays: {
    /** As `half_day_of` numbers them. */
    number: number
    /** By name, without those it is asked for. */
    away: string[]
  }[]
}

/** 'dinsdag 9 december, middag' */
export function halfDayInWords(number: number): string {
  const { day, part } = halfDayFrom(number)
  return `${formatWeekday(day)}, ${partWords[part]}`
}

/**
 * What a lead should know before saying yes, a sentence for each half-day on which somebody else is away, and one for
 * the rest. `going` is how many would be away as well.
 */
export function absenceSentences({ teamSize, halfDays }: TeamAbsence, going: number): string[] {
  const busy = halfDays.filter(({ away }) => away.length > 0)
  const calm = halfDays.length - busy.length
  const sentences = busy.map(
    ({ number, away }) =>
      `${halfDayInWords(number)}: ${formatList(away)} ${away.length === 1 ? 'is' : 'zijn'} al weg.${
        going > 0 ? ` Zeg je ja, dan zijn er ${away.length + going} van de ${teamSize} weg.` : ''
      }`,
  )
  if (busy.length === 0) return ['Verder is er op die dagdelen niemand van het team weg.']
  if (calm > 0) {
    sentences.push(
      `Op ${calm === 1 ? 'het andere dagdeel' : `de andere ${formatCount(calm, 'dagdeel', 'dagdelen')}`} is er verder niemand weg.`,
    )
  }
  return sentences
}

/** How many lessons somebody else must take over, for one person or for several. */
export function lessonsSentence(lessons: number, people = 1): string | undefined {
  if (lessons === 0) return undefined
  const each = formatCount(lessons, 'les', 'lessen')
  return people > 1
    ? `Per collega ${lessons === 1 ? 'moet' : 'moeten'} er ${each} opgevangen worden, samen ${lessons * people}.`
    : `Er ${lessons === 1 ? 'moet' : 'moeten'} ${each} opgevangen worden.`
}
