import { type Held, holdingOf, type PaperRow } from '#app/features/qualifications/holding.ts'
import { isMetOn, type Stand } from '#app/features/qualifications/qualification.ts'
import { validPeriods } from '#app/features/qualifications/validity.ts'
import { addDays, addMonths } from '#app/platform/dates.ts'

/** What lapses, when its holder hears of it, and what renews it. Plain values in, plain answers out. */

/** An edition that leads to a sort of paper, in which there is a place. */
export type RenewalEdition = {
  editionId: number
  code: string
  slug: string
  title: string
  typeCode: string
  startsAt: Date
  firstDay: string
  left: number
  /** Of an offering for who holds it already: how many months ago it may have lapsed. Null: for anybody. */
  lapsedMonthsAllowed: number | null
}

/**
 * The edition that somebody renews this with: one for who holds it already comes before one that begins from nothing,
 * and then the nearest.
 */
export function nextRenewal<Row extends PaperRow>(
  { newest, papers }: Held<Row>,
  editions: readonly RenewalEdition[],
): RenewalEdition | undefined {
  const periods = validPeriods(holdingOf(papers))
  const fitting = editions.filter(
    ({ typeCode, firstDay, lapsedMonthsAllowed: allowed }) =>
      typeCode === newest.typeCode && (allowed === null || isMetOn(periods, firstDay, allowed)),
  )
  const rank = ({ lapsedMonthsAllowed }: RenewalEdition) => (lapsedMonthsAllowed === null ? 1 : 0)
  return fitting.sort(
    (one, other) => rank(one) - rank(other) || one.startsAt.getTime() - other.startsAt.getTime(),
  )[0]
}

/** The first and the last day of a summer holiday. */
export type Summer = { startsOn: string; endsOn: string }

/** So long before a summer holiday comes what would have fallen in it: there is still somebody at school. */
const daysBeforeSummer = 10

/** The day on which somebody hears that something ends in so many months; never in the summer holiday. */
export function reminderDay(until: string, months: number, summers: readonly Summer[]): string {
  const day = addMonths(until, -months)
  const summer = summers.find(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn)
  return summer ? addDays(summer.startsOn, -daysBeforeSummer) : day
}

/** What the employer has to sign again is said a month before. */
const employerMonths: readonly number[] = [1]

/**
 * The reminder that is due today, by its months; undefined for none. Of several whose day is past the last one counts:
 * whoever enters something late, or was not reached, hears it once. What has lapsed already is on screen, and not mailed.
 */
export function dueReminder(
  stand: Stand,
  remindMonthsBefore: readonly number[],
  today: string,
  summers: readonly Summer[],
): number | undefined {
  const { since, until, endsBy } = stand
  if (since === null || until === null || until < today) return undefined
  const months = endsBy === 'paper' ? remindMonthsBefore : employerMonths
  const due = months.filter((before) => reminderDay(until, before, summers) <= today)
  return due.length > 0 ? Math.min(...due) : undefined
}
