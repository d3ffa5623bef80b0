import { type FreePeriod, freePeriodOn } from '#app/features/catalogue/planning.ts'
import { type HalfDay, halfDayNumber, halfDayOfWeek, halfDays, type Part } from './half-day.ts'

/** What somebody said about when they can. */
export type Availability = {
  personId: number
  people: number
  halfDays: readonly HalfDay[]
  fromDay: string | null
  untilDay: string | null
}

/** How many can on each half-day of the week. Dates are not looked at. */
export function countByHalfDay(wishes: readonly Availability[]): Record<HalfDay, number> {
  const counts = Object.fromEntries(halfDays.map((halfDay) => [halfDay, 0])) as Record<HalfDay, number>
  for (const { people, halfDays: chosen } of wishes) {
    for (const halfDay of chosen) counts[halfDay] += people
  }
  return counts
}

/** A half-day, or a morning and an afternoon together, and how many of those interested can come then. */
export type DateProposal = { day: string; parts: Part[]; can: number; total: number }

export type Search = {
  wishes: readonly Availability[]
  firstDay: string
  lastDay: string
  /** Half a day, or a whole one. */
  length: 'half' | 'day'
  /** Days without lessons for somebody concerned. */
  closed: readonly FreePeriod[]
  /** Half-days, by number, on which the room or the trainer is taken. */
  taken: ReadonlySet<number>
  /** By person, the half-days on which they are somewhere already. */
  busy: ReadonlyMap<number, ReadonlySet<number>>
}

const waysOf: Record<Search['length'], Part[][]> = {
  half: [['morning'], ['afternoon'], ['evening']],
  day: [['morning', 'afternoon']],
}
/** How many dates of the same half-day of the week are shown: the next best half-day tells more than a third. */
const datesAHalfDay = 2

/**
 * The dates on which the most of those interested can come, the soonest first among equals. Left out are days off in
 * any of their holiday regions, and half-days on which the room or the trainer is taken.
 */
export function bestDates(search: Search, most: number): DateProposal[] {
  const found: (DateProposal & { kind: string })[] = []
  const total = search.wishes.reduce((sum, { people }) => sum + people, 0)
  for (const day of daysBetween(search.firstDay, search.lastDay)) {
    if (freePeriodOn(day, search.closed)) continue
    for (const parts of waysOf[search.length]) {
      const numbers = parts.map((part) => halfDayNumber(day, part))
      const weekly = numbers.map(halfDayOfWeek)
      if (weekly.includes(undefined) || numbers.some((number) => search.taken.has(number))) continue
      const can = search.wishes
        .filter((wish) => canCome(wish, day, weekly as HalfDay[], numbers, search.busy))
        .reduce((sum, { people }) => sum + people, 0)
      if (can > 0) found.push({ day, parts, can, total, kind: weekly.join() })
    }
  }
  found.sort((one, other) => other.can - one.can || one.day.localeCompare(other.day))
  const shown = new Map<string, number>()
  return found
    .filter(({ kind }) => {
      const count = (shown.get(kind) ?? 0) + 1
      shown.set(kind, count)
      return count <= datesAHalfDay
    })
    .slice(0, most)
    .map(({ kind: _, ...proposal }) => proposal)
}

function canCome(
  wish: Availability,
  day: string,
  weekly: readonly HalfDay[],
  numbers: readonly number[],
  busy: Search['busy'],
): boolean {
  if ((wish.fromDay && day < wish.fromDay) || (wish.untilDay && day > wish.untilDay)) return false
  const elsewhere = busy.get(wish.personId)
  return (
    weekly.every((halfDay) => wish.halfDays.includes(halfDay)) &&
    !numbers.some((number) => elsewhere?.has(number))
  )
}

function* daysBetween(first: string, last: string): Generator<string> {
  for (let at = Date.parse(first); at <= Date.parse(last); at += 86_400_000) {
    yield new Date(at).toISOString().slice(0, 10)
  }
}
