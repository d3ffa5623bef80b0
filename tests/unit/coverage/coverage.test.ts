import { describe, expect, test } from 'vitest'
import {
  coverageOf,
  type Filler,
  type Fillers,
  fillGaps,
  profilesIn,
  type StaffFacts,
  type TaughtModule,
} from '#app/features/coverage/coverage.ts'
import { bookedWords, coverageInWords, summaryOf } from '#app/features/coverage/coverage-texts.ts'

const module = (code: string, values: Partial<TaughtModule> = {}): TaughtModule => ({
  code,
  title: `Module ${code}`,
  profileCode: 'PIE',
  profileTitle: 'Produceren, installeren en energie',
  elective: false,
  typeCodes: [],
  ...values,
})
const one = (personId: number, checked = true) => ({ personId, checked })
const facts = (values: Partial<StaffFacts> = {}): StaffFacts => ({
  qualified: new Map([['PIE', [one(1)]]]),
  trained: new Map(),
  certified: new Map(),
  ...values,
})
const filler = (values: Partial<Filler> = {}): Filler => ({
  slug: 'lassen',
  title: 'Lassen',
  kind: 'workshop',
  edition: { code: '2026-27-1', startsAt: new Date('2027-01-14T12:00:00Z') },
  booked: null,
  ...values,
})
const fillers = (values: Partial<Fillers> = {}): Fillers => ({
  byModule: new Map(),
  byType: new Map(),
  materials: new Map(),
  ...values,
})

describe('how a module is covered', () => {
  test('by who is qualified for its profile, and trained for it itself', () => {
    const trained = new Map([['P/PIE/01', [one(2)]]])
    const [first, second] = coverageOf([module('P/PIE/01'), module('P/PIE/02')], facts({ trained }))
    expect(first).toMatchObject({ gaps: [], qualified: [one(1)], trained: [one(2)], certified: null })
    expect(second).toMatchObject({ gaps: ['trained'], trained: [] })
  })

  test('one of the sorts of papers is enough, and somebody with two counts once', () => {
    const welding = module('K/PIE/02', { typeCodes: ['A', 'B'] })
    const certified = new Map([
      ['A', [one(1, false)]],
      ['B', [one(1, true), one(3, false)]],
    ])
    expect(coverageOf([welding], facts({ certified }))[0]).toMatchObject({
      certified: [one(1, true), one(3, false)],
      gaps: ['trained'],
    })
    expect(coverageOf([welding], facts())[0]?.gaps).toEqual(['trained', 'certified'])
  })

  test('nobody is qualified by a profile that is not their own', () => {
    expect(coverageOf([module('P/BWI/01', { profileCode: 'BWI' })], facts())[0]?.gaps).toContain('qualified')
  })
})

describe('the profiles that a licence names', () => {
  const profiles = [
    { code: 'PIE', title: 'Produceren, installeren en energie' },
    { code: 'M&T', title: 'Mobiliteit en transport' },
    { code: 'MaT', title: 'Maritiem en techniek' },
    { code: 'BWI', title: 'Bouwen, wonen en interieur' },
  ]
  test.each([
    ['PIE, tweede graad', ['PIE']],
    ['pie en bwi', ['PIE', 'BWI']],
    ['M&T, tweede graad', ['M&T']],
    ['Mobiliteit en transport', ['M&T']],
    ['Maritiem en Techniek (eerste graad)', ['MaT']],
    ['MT, tweede graad', []],
    ['Natuurkunde', []],
    ['piet', []],
    [null, []],
  ])('%s', (scope, expected) => {
    expect(profilesIn(scope, profiles)).toEqual(expected)
  })
})

describe('what fills a gap', () => {
  const welding = module('K/PIE/02', { typeCodes: ['A', 'B'] })

  test('an offering about the module, and the soonest that leads to one of its papers', () => {
    const early = filler({
      slug: 'vroeg',
      edition: { code: '1', startsAt: new Date('2026-12-01T12:00:00Z') },
    })
    const undated = filler({ slug: 'ooit', edition: null })
    const [covered] = coverageOf([welding], facts())
    const found = fillGaps(
      covered as NonNullable<typeof covered>,
      fillers({
        byModule: new Map([['K/PIE/02', filler()]]),
        byType: new Map([
          ['A', undated],
          ['B', early],
        ]),
      }),
    )
    expect(found).toEqual([
      { aspect: 'trained', filler: filler(), material: null },
      { aspect: 'certified', filler: early, material: null },
    ])
  })

  test('nothing here makes somebody qualified by law, whatever is on offer', () => {
    const [covered] = coverageOf([module('P/BWI/01', { profileCode: 'BWI' })], facts())
    const found = fillGaps(
      covered as NonNullable<typeof covered>,
      fillers({ byModule: new Map([['P/BWI/01', filler()]]) }),
    )
    expect(found[0]).toEqual({ aspect: 'qualified', filler: null, material: null })
  })
})

describe('a school in words', () => {
  const inWords = (modules: TaughtModule[], known: StaffFacts, chances: Fillers, most = 20) =>
    coverageInWords(
      coverageOf(modules, known).map((covered) => ({ ...covered, filled: fillGaps(covered, chances) })),
      most,
    )

  test('each gap with its next date; what has none is named together', () => {
    const chances = fillers({ byModule: new Map([['P/PIE/02', filler()]]) })
    const { profiles, left } = inWords(
      [module('P/PIE/01'), module('P/PIE/02'), module('P/PIE/03')],
      facts(),
      chances,
    )
    expect(left).toBe(0)
    expect(profiles).toEqual([
      {
        profile: 'PIE',
        title: 'Produceren, installeren en energie',
        general: [
          'Voor Module P/PIE/01 en Module P/PIE/03 is niemand de laatste drie jaar geschoold. Er is nog geen aanbod voor. Meld het bij de coördinator.',
        ],
        modules: [
          {
            name: 'P/PIE/02 Module P/PIE/02',
            sentences: [
              'Niemand is de laatste drie jaar geschoold. Eerste kans: workshop Lassen, donderdag 14 januari 2027.',
            ],
          },
        ],
      },
    ])
  })

  test('a practical module to begin with stands beside a lack of schooling, with and without a date', () => {
    const material = { slug: 'lassen', title: 'Een hoeknaad lassen' }
    const modules = [module('P/PIE/01'), module('P/PIE/02'), module('P/PIE/03')]
    const chances = fillers({
      byModule: new Map([['P/PIE/02', filler()]]),
      materials: new Map([
        ['P/PIE/01', material],
        ['P/PIE/02', material],
      ]),
    })
    const { profiles } = inWords(modules, facts(), chances)
    const sentences = profiles[0]?.modules.flatMap((one) => one.sentences) ?? []
    expect(sentences).toHaveLength(2)
    for (const words of sentences) {
      expect(words).toMatch(/Om mee te beginnen: praktijkmodule Een hoeknaad lassen\.$/)
    }
    expect(profiles[0]?.general[0]).toMatch(/^Voor Module P\/PIE\/03 is niemand/)
    const [covered] = coverageOf([module('P/PIE/01', { typeCodes: ['A'] })], facts({ qualified: new Map() }))
    const filled = fillGaps(covered as NonNullable<typeof covered>, chances)
    expect(filled.map(({ aspect, material: shown }) => [aspect, shown])).toEqual([
      ['qualified', null],
      ['trained', material],
      ['certified', null],
    ])
  })

  test('who is qualified is said once for a profile; what is covered, too', () => {
    const trained = new Map([['P/PIE/01', [one(2)]]])
    const covered = inWords([module('P/PIE/01')], facts({ trained }), fillers())
    expect(covered.profiles[0]?.general).toEqual(['Alle modules zijn gedekt.'])
    const nobody = inWords(
      [module('P/PIE/01'), module('P/PIE/02')],
      facts({ trained, qualified: new Map() }),
      fillers(),
    )
    expect(nobody.profiles[0]?.general.filter((line) => line.startsWith('Niemand is bevoegd'))).toHaveLength(
      1,
    )
  })

  test('no more than a sheet holds, and how many are left out', () => {
    const codes = ['1', '2', '3', '4']
    const chances = fillers({ byModule: new Map(codes.map((code) => [code, filler()])) })
    const { profiles, left } = inWords(
      codes.map((code) => module(code)),
      facts(),
      chances,
      3,
    )
    expect(profiles[0]?.modules).toHaveLength(3)
    expect(left).toBe(1)
  })

  test('who goes already, is at it already', () => {
    const startsAt = new Date('2026-12-11T09:00:00Z')
    expect(bookedWords({ people: 1, title: 'Lassen', startsAt, begun: false })).toBe(
      '1 collega gaat al naar Lassen, op vrijdag 11 december 2026',
    )
    expect(bookedWords({ people: 4, title: 'Lassen', startsAt, begun: true })).toBe(
      '4 collega’s zijn bezig met Lassen, sinds vrijdag 11 december 2026',
    )
  })

  test('in two sentences', () => {
    const covered = coverageOf([module('P/PIE/01'), module('P/PIE/02')], facts())
    expect(summaryOf(covered)).toBe(
      'De school geeft 2 examenmodules van PIE. Geen daarvan is helemaal gedekt; er zijn 2 gaten.',
    )
  })
})
