import { describe, expect, test } from 'vitest'
import {
  lackOn,
  lastValidDay,
  standOf,
  unmetRequirements,
} from '#app/features/qualifications/qualification.ts'
import type { Holding, Paper, Period } from '#app/features/qualifications/validity.ts'

const paper = (issuedOn: string, validUntil: string | null, values: Partial<Paper> = {}): Paper => ({
  issuedOn,
  validUntil,
  confirmEveryMonths: null,
  confirmedOn: [],
  needsDesignation: false,
  ...values,
})
const holding = (papers: Paper[], designations: Period[] = []): Holding => ({ papers, designations })

test('a type without a term does not expire', () => {
  expect(lastValidDay('2026-03-15', null)).toBeNull()
  expect(lastValidDay('2026-03-15', 12)).toBe('2027-03-15')
})

test('a term that ends on a leap day ends a day earlier in a common year', () => {
  expect(lastValidDay('2024-02-29', 12)).toBe('2025-02-28')
  expect(lastValidDay('2024-02-29', 48)).toBe('2028-02-29')
  expect(lastValidDay('2026-08-31', 6)).toBe('2027-02-28')
})

describe('what an offering requires', () => {
  const vca = { typeCode: 'VCA-B', title: 'B-VCA', lapsedMonthsAllowed: 0 }
  const unmet = (requirement: typeof vca, held: Holding[], day: string) =>
    unmetRequirements([requirement], (code) => (code === 'VCA-B' ? held : []), day)

  test('is met up to and including the last day', () => {
    const held = [holding([paper('2020-01-01', '2026-12-01')])]
    expect(unmet(vca, held, '2026-12-01')).toEqual([])
    expect(unmet(vca, held, '2026-12-02')).toEqual([{ ...vca, lapsedOn: '2026-12-01', lack: null }])
  })

  test('is met by what lapsed no longer ago than it allows', () => {
    const lenient = { ...vca, lapsedMonthsAllowed: 6 }
    expect(unmet(lenient, [holding([paper('2020-01-01', '2026-06-01')])], '2026-12-01')).toEqual([])
    expect(unmet(lenient, [holding([paper('2020-01-01', '2026-05-31')])], '2026-12-01')).toHaveLength(1)
  })

  test('is not met by what was never held, or only from a later day', () => {
    expect(unmet(vca, [], '2026-12-01')).toEqual([{ ...vca, lapsedOn: null, lack: null }])
    expect(unmet(vca, [holding([paper('2027-01-01', null)])], '2026-12-01')).toHaveLength(1)
  })

  test('is met by the one of several scopes that holds', () => {
    const held = [holding([paper('2010-01-01', '2020-01-01')]), holding([paper('2020-01-01', '2030-01-01')])]
    expect(unmet(vca, held, '2026-12-01')).toEqual([])
  })

  test('is not met by training alone where the employer has to designate', () => {
    const trained = paper('2025-01-01', '2028-01-01', { needsDesignation: true })
    expect(unmet(vca, [holding([trained])], '2026-12-01')).toEqual([
      { ...vca, lapsedOn: null, lack: 'designation' },
    ])
    const designated = holding([trained], [{ from: '2026-01-01', until: '2026-12-31' }])
    expect(unmet(vca, [designated], '2026-12-01')).toEqual([])
  })
})

describe('how something stands', () => {
  const today = '2026-11-24'

  test('it lapses soon from the first month in which its type reminds', () => {
    expect(standOf(holding([paper('2020-01-01', null)]), today, [6, 3, 1]).standing).toBe('valid')
    expect(standOf(holding([paper('2020-01-01', '2027-05-25')]), today, [6, 3, 1]).standing).toBe('valid')
    expect(standOf(holding([paper('2020-01-01', '2027-05-24')]), today, [6, 3, 1]).standing).toBe('expiring')
    expect(standOf(holding([paper('2020-01-01', '2027-01-25')]), today, [2, 1]).standing).toBe('valid')
    expect(standOf(holding([paper('2020-01-01', '2027-01-24')]), today, [2, 1]).standing).toBe('expiring')
    expect(standOf(holding([paper('2020-01-01', today)]), today, [2, 1]).standing).toBe('expiring')
  })

  test('it lapsed, and says until when it was valid', () => {
    expect(standOf(holding([paper('2020-01-01', '2026-11-23')]), today, [2])).toEqual({
      standing: 'lapsed',
      until: '2026-11-23',
      since: null,
      endsBy: 'paper',
    })
  })

  test('a renewal before the end goes on without a gap; one after it begins anew', () => {
    const inTime = holding([paper('2023-01-10', '2026-01-10'), paper('2026-01-11', '2029-01-11')])
    expect(standOf(inTime, today, [6])).toMatchObject({ standing: 'valid', since: '2023-01-10' })
    const tooLate = holding([paper('2023-01-10', '2026-01-10'), paper('2026-01-12', '2029-01-12')])
    expect(standOf(tooLate, today, [6])).toMatchObject({ standing: 'valid', since: '2026-01-12' })
  })

  test('a designation that ends first is what it lapses by', () => {
    const trained = paper('2025-01-01', '2028-01-01', { needsDesignation: true })
    const held = holding([trained], [{ from: '2025-02-01', until: '2026-12-10' }])
    expect(standOf(held, today, [6])).toEqual({
      standing: 'expiring',
      until: '2026-12-10',
      since: '2025-02-01',
      endsBy: 'designation',
    })
    expect(standOf(held, '2026-10-01', [6]).standing).toBe('valid')
    expect(standOf(held, '2026-12-11', [6]).standing).toBe('designation')
    expect(standOf(held, '2028-01-02', [6]).standing).toBe('lapsed')
  })

  test('a welder whom the employer does not confirm loses what the paper still gives', () => {
    const welder = paper('2025-03-01', '2028-03-01', {
      confirmEveryMonths: 6,
      confirmedOn: ['2025-08-30', '2026-02-20'],
    })
    expect(standOf(holding([welder]), '2026-08-20', [6, 3, 1])).toMatchObject({
      standing: 'expiring',
      until: '2026-08-20',
      endsBy: 'confirmation',
    })
    expect(standOf(holding([welder]), today, [6, 3, 1])).toMatchObject({
      standing: 'confirmation',
      until: '2026-08-20',
    })
    expect(lackOn(holding([welder]), today)).toBe('confirmation')
    expect(lackOn(holding([welder]), '2028-03-02')).toBeNull()
  })
})
