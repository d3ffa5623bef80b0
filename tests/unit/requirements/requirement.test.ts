import { describe, expect, test } from 'vitest'
import { type Held, heldOf, type PaperRow } from '#app/features/qualifications/holding.ts'
import {
  appliesTo,
  countGaps,
  type MatrixPerson,
  matrixOf,
  type RequirementRule,
} from '#app/features/requirements/requirement.ts'
import { togetherWords } from '#app/features/requirements/requirement-texts.ts'

const today = '2026-11-27'
const person = (id: number, values: Partial<MatrixPerson> = {}): MatrixPerson => ({
  id,
  name: `Persoon ${id}`,
  work: [{ organisationId: 9, teamId: 5, role: 'teacher' }],
  groupIds: [],
  ...values,
})
const rule = (values: Partial<RequirementRule>): RequirementRule => ({
  id: 1,
  kind: 'everyone',
  organisationId: 9,
  teamId: null,
  role: null,
  groupId: null,
  typeCodes: ['BHV'],
  minimum: null,
  title: null,
  areas: [],
  ...values,
})
const paper = (personId: number, values: Partial<PaperRow> = {}): PaperRow => ({
  id: personId,
  personId,
  typeCode: 'BHV',
  title: 'BHV',
  scope: null,
  issuedOn: '2026-06-01',
  validUntil: '2027-06-01',
  confirmEveryMonths: null,
  confirmedOn: [],
  needsDesignation: false,
  designations: [],
  verification: 'verified',
  withdrawnAt: null,
  remindMonthsBefore: [2, 1],
  ...values,
})
const held = (...papers: PaperRow[]): Held[] => heldOf(papers, today)
const states = (people: MatrixPerson[], rules: RequirementRule[], holdings: Held[]) =>
  matrixOf(people, rules, holdings, []).rows.map(({ cells }) => cells.map((cell) => cell?.state ?? null))

describe('a rule is for', () => {
  test('a school: who teaches there, not who only works there', () => {
    expect(appliesTo(rule({}), person(1))).toBe(true)
    const director = { organisationId: 9, teamId: null, role: 'director' as const }
    expect(appliesTo(rule({}), person(1, { work: [director] }))).toBe(false)
    expect(appliesTo(rule({ organisationId: 8 }), person(1))).toBe(false)
  })

  test('a role, a team or a group, and nobody else', () => {
    expect(appliesTo(rule({ role: 'instructor' }), person(1))).toBe(false)
    expect(appliesTo(rule({ role: 'teacher' }), person(1))).toBe(true)
    expect(appliesTo(rule({ teamId: 5 }), person(1))).toBe(true)
    expect(appliesTo(rule({ teamId: 6 }), person(1))).toBe(false)
    expect(appliesTo(rule({ groupId: 3 }), person(1))).toBe(false)
    expect(appliesTo(rule({ groupId: 3 }), person(1, { groupIds: [3] }))).toBe(true)
  })
})

describe('a cell says', () => {
  test.for([
    ['valid', paper(1)],
    ['unverified', paper(1, { verification: 'unverified' })],
    ['expiring', paper(1, { validUntil: '2027-01-27' })],
    ['expiring', paper(1, { validUntil: '2027-01-27', verification: 'unverified' })],
    ['lapsed', paper(1, { validUntil: '2026-11-26' })],
    ['designation', paper(1, { needsDesignation: true })],
    ['confirmation', paper(1, { confirmEveryMonths: 5 })],
    ['missing', paper(1, { verification: 'refused' })],
    ['missing', paper(2)],
  ] as const)('%s', ([state, row]) => {
    expect(states([person(1)], [rule({})], held(row))).toEqual([[state]])
  })

  test('the best of several scopes, and of what is not required only what is held', () => {
    const rules = [rule({ teamId: 5, typeCodes: ['HEFTRUCK'] })]
    const trucks = held(
      paper(1, { typeCode: 'HEFTRUCK', scope: 'reachtruck', validUntil: '2025-01-01' }),
      paper(1, { id: 9, typeCode: 'HEFTRUCK', scope: 'heftruck' }),
      paper(2, { id: 8, typeCode: 'HEFTRUCK', scope: 'heftruck' }),
    )
    const other = person(2, { work: [{ organisationId: 9, teamId: 6, role: 'teacher' }] })
    const none = person(3, { work: [{ organisationId: 9, teamId: 6, role: 'teacher' }] })
    expect(states([person(1), other, none], rules, trucks)).toEqual([['valid'], ['valid'], [null]])
    expect(matrixOf([other], [...rules, rule({})], trucks, []).rows[0]?.cells[0]).toMatchObject({
      required: true,
    })
  })
})

describe('together', () => {
  const group = [person(1, { groupIds: [3] }), person(2, { groupIds: [3] }), person(3)]
  const two = rule({ kind: 'at_least', groupId: 3, minimum: 2 })

  test('so many hold it: those of the group alone, and only what counts today', () => {
    const lapsed = matrixOf(
      group,
      [two],
      held(paper(1), paper(2, { validUntil: '2026-01-01' }), paper(3)),
      [],
    )
    expect(lapsed.atLeast).toMatchObject([{ have: 1, names: ['Persoon 1'] }])
    expect(countGaps(lapsed)).toBe(1)
    const met = matrixOf(group, [two], held(paper(1), paper(2, { validUntil: '2026-12-01' })), [])
    expect(met.atLeast).toMatchObject([{ have: 2 }])
    expect(countGaps(met)).toBe(0)
  })

  test('from when there are too few is told before it is so', () => {
    const short = (...untils: (string | null)[]) =>
      matrixOf(
        group.slice(0, untils.length),
        [two],
        held(...untils.map((validUntil, nth) => paper(nth + 1, { validUntil }))),
        [],
      ).atLeast[0]?.short
    expect(short('2026-12-01', '2027-03-01')).toEqual({ from: '2026-12-02', have: 1 })
    expect(short(null, '2026-12-20')).toEqual({ from: '2026-12-21', have: 1 })
    expect(short('2026-12-20', '2026-12-20')).toEqual({ from: '2026-12-21', have: 0 })
    expect(short('2027-12-01', '2035-03-01')).toBeNull()
    expect(short(null, null)).toBeNull()
    expect(togetherWords(3, 2, { from: '2027-03-02', have: 1 })).toBe('nu 3, vanaf 2 mrt 2027 nog 1')
    expect(togetherWords(1, 2, null)).toBe('nog 1 nodig')
  })

  test('they cover every part of something, by what their lead ticked', () => {
    const pie = rule({
      id: 7,
      kind: 'cover',
      typeCodes: [],
      groupId: 3,
      title: 'PIE',
      areas: ['metaal', 'elektro'],
    })
    const ticks = [
      { requirementId: 7, personId: 1, area: 'metaal' },
      { requirementId: 7, personId: 3, area: 'elektro' },
      { requirementId: 8, personId: 2, area: 'elektro' },
    ]
    const matrix = matrixOf(group, [pie], [], ticks)
    expect(matrix.covers[0]?.parts).toEqual([
      { area: 'metaal', names: ['Persoon 1'] },
      { area: 'elektro', names: [] },
    ])
    expect(countGaps(matrix)).toBe(1)
  })

  test('a rule for nobody in view is left out', () => {
    const matrix = matrixOf([person(3)], [two, rule({ teamId: 99 })], [], [])
    expect(matrix).toMatchObject({ typeCodes: [], atLeast: [], covers: [] })
  })
})
