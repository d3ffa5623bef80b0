import { describe, expect, test } from 'vitest'
import { heldOf, type PaperRow } from '#app/features/qualifications/holding.ts'

const paper = (id: number, values: Partial<PaperRow>): PaperRow => ({
  id,
  personId: 1,
  typeCode: 'ISO9606-1',
  title: 'Lasserskwalificatie',
  scope: '135',
  issuedOn: '2026-01-01',
  validUntil: '2029-01-01',
  confirmEveryMonths: 6,
  confirmedOn: [],
  needsDesignation: false,
  verification: 'unverified',
  withdrawnAt: null,
  remindMonthsBefore: [3],
  designations: [],
  ...values,
})
const verification = (papers: PaperRow[], today: string) => heldOf(papers, today)[0]?.verification

describe('what is checked', () => {
  test('is a renewal by its own check, not by that of what it renews', () => {
    const old = paper(1, { validUntil: '2026-12-31', confirmEveryMonths: null, verification: 'verified' })
    const renewal = paper(2, { issuedOn: '2026-06-01', confirmEveryMonths: null })
    expect(verification([old, renewal], '2026-07-01')).toBe('unverified')
    expect(verification([old, { ...renewal, verification: 'verified' }], '2026-07-01')).toBe('verified')
  })

  test('is not that of a paper that lapsed for want of a confirmation', () => {
    const lapsed = paper(1, { issuedOn: '2025-01-01', verification: 'verified' })
    const holds = paper(2, { issuedOn: '2026-06-01' })
    expect(verification([lapsed, holds], '2026-07-01')).toBe('unverified')
  })
})
