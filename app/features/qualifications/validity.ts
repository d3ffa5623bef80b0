import { addDays, addMonths } from '#app/platform/dates.ts'

/**
 * Whether what somebody holds is valid, and since when without a gap. Plain values in, plain answers out; days are
 * `YYYY-MM-DD`, the first and the last day of a period belong to it.
 *
 * Three things must be true at once: the paper itself still holds; where the scheme wants the employer to confirm it
 * every so often, each confirmation came in time (NEN-EN-ISO 9606-1, clause 9.2: every six months); and where the employer
 * has to designate somebody (NEN 3140, NEN 9140), a designation holds.
 */

/** Null: without an end. */
export type Period = { from: string; until: string | null }

/** One paper that counts: neither withdrawn nor refused. */
export type Paper = {
  issuedOn: string
  /** The last day on which it holds; null: does not expire. */
  validUntil: string | null
  /** How often the employer has to confirm it; null: never. */
  confirmEveryMonths: number | null
  /** The days on which the employer did. */
  confirmedOn: readonly string[]
  needsDesignation: boolean
}

/** Everything one person holds of one sort (and one scope), with what the employer designated them for. */
export type Holding = { papers: readonly Paper[]; designations: readonly Period[] }

/**
 * The last day up to which a paper is confirmed, whatever its own term: a confirmation counts when it came before the
 * former one ran out, and holds from then for so many months. What came later revives nothing.
 */
export function confirmedUntil({ issuedOn, confirmEveryMonths, confirmedOn }: Paper): string | null {
  if (confirmEveryMonths === null) return null
  let until = addMonths(issuedOn, confirmEveryMonths)
  for (const day of [...confirmedOn].sort()) {
    if (day > until) break
    const next = addMonths(day, confirmEveryMonths)
    if (next > until) until = next
  }
  return until
}

/** The days on which the paper itself holds and is confirmed; undefined where it was never. */
export function periodOfPaper(paper: Paper): Period | undefined {
  const until = earlier(paper.validUntil, confirmedUntil(paper))
  return until !== null && until < paper.issuedOn ? undefined : { from: paper.issuedOn, until }
}

/** When this was valid in full: periods in order that neither touch nor overlap. */
export function validPeriods({ papers, designations }: Holding): Period[] {
  const found = papers.flatMap((paper) => {
    const period = periodOfPaper(paper)
    if (!period) return []
    return paper.needsDesignation
      ? designations.flatMap((designation) => overlap(period, designation) ?? [])
      : [period]
  })
  return joined(found)
}

/** The periods in order, those that touch or overlap made one. */
export function joined(periods: readonly Period[]): Period[] {
  const result: Period[] = []
  for (const period of [...periods].sort((one, other) => (one.from < other.from ? -1 : 1))) {
    const last = result.at(-1)
    if (last && (last.until === null || addDays(last.until, 1) >= period.from)) {
      last.until = later(last.until, period.until)
    } else result.push({ ...period })
  }
  return result
}

/** The period that this day falls in. */
export function periodOn(periods: readonly Period[], day: string): Period | undefined {
  return periods.find(({ from, until }) => from <= day && (until === null || until >= day))
}

/** Since when it is valid without a gap; undefined when it is not valid on this day. */
export function uninterruptedSince(periods: readonly Period[], day: string): string | undefined {
  return periodOn(periods, day)?.from
}

/** The last day on which it was valid before this day; undefined when it never was. */
export function lastValidDayBefore(periods: readonly Period[], day: string): string | undefined {
  return periods.flatMap(({ until }) => (until !== null && until < day ? until : [])).at(-1)
}

function overlap(one: Period, other: Period): Period | undefined {
  const from = one.from > other.from ? one.from : other.from
  const until = earlier(one.until, other.until)
  return until !== null && until < from ? undefined : { from, until }
}

const earlier = (one: string | null, other: string | null) =>
  one === null ? other : other === null || one < other ? one : other
const later = (one: string | null, other: string | null) =>
  one === null || other === null ? null : one > other ? one : other
