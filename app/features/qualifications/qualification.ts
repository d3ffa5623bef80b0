import { addMonths } from '#app/platform/dates.ts'
import {
  type Holding,
  joined,
  lastValidDayBefore,
  type Period,
  periodOfPaper,
  periodOn,
  validPeriods,
} from './validity.ts'

/** What someone holds, how it stands today, and whether it suffices. Plain values in, plain answers out. */

/** The last day on which something issued on `issuedOn` holds, by the months of its term; null: does not expire. */
export function lastValidDay(issuedOn: string, validityMonths: number | null): string | null {
  return validityMonths === null ? null : addMonths(issuedOn, validityMonths)
}

/** What an offering asks for: a type, and how many months ago it may have lapsed. */
export type Requirement = { typeCode: string; title: string; lapsedMonthsAllowed: number }

/** Why something does not hold although the paper is there. */
export type Lack = 'designation' | 'confirmation'

export type UnmetRequirement = Requirement & {
  /** The last day on which it was valid, when it ever was. */
  lapsedOn: string | null
  /** What the employer has to do, where the paper itself is in order. */
  lack: Lack | null
}

/** The same, with what on offer somebody could take first; null where nothing is, or the employer has to act. */
export type Lacking = UnmetRequirement & { course: string | null }

/** Which requirements are not met on `firstDay`, by what is held; of a type one holding that suffices is enough. */
export function unmetRequirements(
  requirements: readonly Requirement[],
  holdingsOf: (typeCode: string) => readonly Holding[],
  firstDay: string,
): UnmetRequirement[] {
  return requirements.flatMap((requirement) => {
    const holdings = holdingsOf(requirement.typeCode)
    const periods = holdings.map(validPeriods)
    if (periods.some((held) => isMetOn(held, firstDay, requirement.lapsedMonthsAllowed))) return []
    const lapsedOn = periods.flatMap((held) => lastValidDayBefore(held, firstDay) ?? []).sort()
    const lack = holdings.map((holding) => lackOn(holding, firstDay)).find((one) => one !== null)
    return [{ ...requirement, lapsedOn: lapsedOn.at(-1) ?? null, lack: lack ?? null }]
  })
}

/** Whether it is valid on this day, or lapsed no more than so many months before. */
export const isMetOn = (periods: readonly Period[], day: string, monthsAllowed: number): boolean =>
  periods.some(({ from, until }) => from <= day && (until === null || addMonths(until, monthsAllowed) >= day))

/** What the employer has to do before it is valid on this day; null where that is nothing, or would not help. */
export function lackOn(holding: Holding, day: string): Lack | null {
  if (periodOn(validPeriods(holding), day)) return null
  const holds = holding.papers.filter(
    ({ issuedOn, validUntil }) => issuedOn <= day && (validUntil === null || validUntil >= day),
  )
  if (holds.length === 0) return null
  const confirmed = holds.some((paper) => {
    const period = periodOfPaper(paper)
    return period !== undefined && (period.until === null || period.until >= day)
  })
  return confirmed ? 'designation' : 'confirmation'
}

/** How something stands: valid, soon to lapse, lapsed, or waiting for the employer. */
export type Standing = 'valid' | 'expiring' | 'lapsed' | Lack

/** What ends first: the paper itself, what the employer confirmed, or their designation. */
export type EndsBy = 'paper' | Lack

export type Stand = {
  standing: Standing
  /** The last day on which it is, or was, valid; null: does not expire, or never was. */
  until: string | null
  /** Since when it is valid without a gap; null when it is not. */
  since: string | null
  endsBy: EndsBy
}

/** Said of what lapses in so many months, where the type names no month to remind in. */
const usualNoticeMonths = 3
/** A confirmation or a designation is renewed with a signature: a month before is soon enough. */
const actNoticeMonths = 1

/** How what is held stands today. `remindMonthsBefore` are those of its type: from the first of them on it lapses soon. */
export function standOf(holding: Holding, today: string, remindMonthsBefore: readonly number[]): Stand {
  const periods = validPeriods(holding)
  const current = periodOn(periods, today)
  const endsBy = endOf(holding, current?.until ?? null)
  if (!current) {
    const standing = lackOn(holding, today) ?? 'lapsed'
    return { standing, until: lastValidDayBefore(periods, today) ?? null, since: null, endsBy: 'paper' }
  }
  const { from: since, until } = current
  const noticeMonths =
    endsBy === 'paper' ? Math.max(0, ...remindMonthsBefore) || usualNoticeMonths : actNoticeMonths
  const expiring = until !== null && until <= addMonths(today, noticeMonths)
  return { standing: expiring ? 'expiring' : 'valid', until, since, endsBy }
}

/** By what a period ends: the paper, unless a paper goes on after it. */
function endOf({ papers, designations }: Holding, until: string | null): EndsBy {
  if (until === null) return 'paper'
  const goesOn = papers.filter(
    ({ issuedOn, validUntil }) => issuedOn <= until && (validUntil === null || validUntil > until),
  )
  if (goesOn.length === 0) return 'paper'
  const designatedUntil = joined(designations).some((one) => one.until === until)
  return designatedUntil && goesOn.some(({ needsDesignation }) => needsDesignation)
    ? 'designation'
    : 'confirmation'
}

/** Whether it is the employer who has to do something. */
export const isLack = (standing: Standing): standing is Lack =>
  standing === 'designation' || standing === 'confirmation'

/** Whether something has to be done about it: by its holder, or by the employer. */
export const needsAttention = ({ standing }: Stand): boolean => standing !== 'valid'
