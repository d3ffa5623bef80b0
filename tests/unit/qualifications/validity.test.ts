import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  confirmedUntil,
  type Holding,
  type Paper,
  type Period,
  periodOn,
  uninterruptedSince,
  validPeriods,
} from '#app/features/qualifications/validity.ts'

/**
 * The rules once more, written as they are read: day by day, by asking of each day whether all that must be true is
 * true. Slow, and without anything of the code that is tested.
 */
const dayMs = 86_400_000
const first = Date.UTC(2023, 0, 1)
const iso = (time: number) => new Date(time).toISOString().slice(0, 10)
/** Around a leap day, and past the last day that anything here can hold. */
const everyDay = Array.from({ length: 6 * 366 }, (_, index) => iso(first + index * dayMs))

function monthsLater(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const index = year * 12 + month - 1 + months
  const [toYear, toMonth] = [Math.floor(index / 12), (index % 12) + 1]
  const last = new Date(Date.UTC(toYear, toMonth, 0)).getUTCDate()
  return `${toYear}-${String(toMonth).padStart(2, '0')}-${String(Math.min(date, last)).padStart(2, '0')}`
}

function isConfirmedOn({ issuedOn, confirmEveryMonths: months, confirmedOn }: Paper, day: string): boolean {
  if (months === null) return true
  // Walk from one signature to the next that came in time, as far as that goes.
  let covered = [issuedOn]
  for (;;) {
    const more = confirmedOn.filter(
      (one) =>
        !covered.includes(one) && covered.some((from) => from <= one && one <= monthsLater(from, months)),
    )
    if (more.length === 0) break
    covered = [...covered, ...more]
  }
  return covered.some((from) => from <= day && day <= monthsLater(from, months))
}

const isValidOn = ({ papers, designations }: Holding, day: string): boolean =>
  papers.some(
    (paper) =>
      paper.issuedOn <= day &&
      (paper.validUntil === null || day <= paper.validUntil) &&
      isConfirmedOn(paper, day) &&
      (!paper.needsDesignation ||
        designations.some(({ from, until }) => from <= day && (until === null || day <= until))),
  )

const someDay = fc.integer({ min: 0, max: 4 * 366 }).map((index) => everyDay[index] as string)
const somePaper = fc
  .record({
    issuedOn: someDay,
    months: fc.option(fc.integer({ min: 1, max: 24 })),
    // A last day of its own, that stands on the paper: a term that was changed later does not touch it.
    ownDays: fc.option(fc.integer({ min: 0, max: 700 })),
    confirmEveryMonths: fc.option(fc.integer({ min: 1, max: 7 })),
    confirmedOn: fc.array(someDay, { maxLength: 6 }),
    needsDesignation: fc.boolean(),
  })
  .map(({ months, ownDays, ...paper }): Paper => {
    const own = ownDays === null ? null : iso(Date.parse(paper.issuedOn) + ownDays * dayMs)
    return { ...paper, validUntil: own ?? (months === null ? null : monthsLater(paper.issuedOn, months)) }
  })
  // A confirmation before the paper was issued is refused where it is entered.
  .map((paper) => ({ ...paper, confirmedOn: paper.confirmedOn.filter((day) => day >= paper.issuedOn) }))
const somePeriod = fc
  .record({ from: someDay, days: fc.integer({ min: 0, max: 500 }) })
  .map(({ from, days }): Period => ({ from, until: iso(Date.parse(from) + days * dayMs) }))
const someHolding: fc.Arbitrary<Holding> = fc.record({
  papers: fc.array(somePaper, { maxLength: 5 }),
  designations: fc.array(somePeriod, { maxLength: 3 }),
})

describe('valid periods', () => {
  test('are the days on which everything that must be true is true', () => {
    fc.assert(
      fc.property(someHolding, (holding) => {
        const periods = validPeriods(holding)
        const counted = everyDay.filter((day) => periodOn(periods, day))
        expect(counted).toEqual(everyDay.filter((day) => isValidOn(holding, day)))
      }),
      { numRuns: 150 },
    )
  })

  test('stand in order and neither touch nor overlap, so that each begins after a gap', () => {
    fc.assert(
      fc.property(someHolding, (holding) => {
        const periods = validPeriods(holding)
        for (const [index, { from, until }] of periods.entries()) {
          const next = periods[index + 1]
          if (until !== null) expect(until >= from).toBe(true)
          if (next) expect(next.from > iso(Date.parse(until as string) + dayMs)).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('uninterrupted goes back to the day before which it was not valid', () => {
    fc.assert(
      fc.property(someHolding, someDay, (holding, day) => {
        const since = uninterruptedSince(validPeriods(holding), day)
        if (!isValidOn(holding, day)) {
          expect(since).toBeUndefined()
          return
        }
        const before = everyDay.slice(0, everyDay.indexOf(day)).reverse()
        const gap = before.find((one) => !isValidOn(holding, one))
        const expected = gap ? iso(Date.parse(gap) + dayMs) : everyDay[0]
        expect(since).toBe(expected)
      }),
      { numRuns: 150 },
    )
  })

  test('one more paper never makes a day invalid, and a signature that came too late changes nothing', () => {
    fc.assert(
      fc.property(someHolding, somePaper, someDay, (holding, paper, day) => {
        const more = { ...holding, papers: [...holding.papers, paper] }
        if (isValidOn(holding, day)) expect(periodOn(validPeriods(more), day)).toBeDefined()
        const until = confirmedUntil(paper)
        if (until === null || day <= until) return
        expect(confirmedUntil({ ...paper, confirmedOn: [...paper.confirmedOn, day] })).toBe(until)
      }),
      { numRuns: 300 },
    )
  })
})

test('the day-by-day rules themselves tell a missing signature and a leap day', () => {
  const welder: Paper = {
    issuedOn: '2024-02-29',
    validUntil: '2027-02-28',
    confirmEveryMonths: 6,
    confirmedOn: ['2024-08-29', '2025-03-01'],
    needsDesignation: false,
  }
  const valid = everyDay.filter((day) => isValidOn({ papers: [welder], designations: [] }, day))
  expect([valid[0], valid.at(-1)]).toEqual(['2024-02-29', '2025-02-28'])
  expect(confirmedUntil(welder)).toBe('2025-02-28')
  expect(confirmedUntil({ ...welder, confirmedOn: ['2024-08-30'] })).toBe('2024-08-29')
})
