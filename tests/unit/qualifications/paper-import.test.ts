import { describe, expect, test } from 'vitest'
import { checkPaperList, type ListedPaper } from '#app/features/qualifications/paper-import.ts'
import { planPapers } from '#app/features/qualifications/paper-import-plan.ts'

const known = {
  organisations: [
    { id: 1, name: 'Voorbeeldschool De Kern', town: 'Deventer' },
    { id: 2, name: 'Voorbeeldschool De Kern', town: 'Twello' },
  ],
  types: [
    { code: 'BHV', title: 'Bedrijfshulpverlening (BHV)', scopeLabel: null, registerNumberIsProof: false },
    { code: 'VCA-B', title: 'B-VCA (Basisveiligheid)', scopeLabel: null, registerNumberIsProof: true },
    {
      code: 'HEFTRUCK',
      title: 'Heftruckcertificaat',
      scopeLabel: 'type machine',
      registerNumberIsProof: false,
    },
    { code: 'NEN3140-VOP', title: 'NEN 3140 (VOP)', scopeLabel: null, registerNumberIsProof: false },
    { code: 'NEN9140-VOP', title: 'NEN 9140 (VOP)', scopeLabel: null, registerNumberIsProof: false },
  ],
}
const today = '2026-11-27'
const row = (values: Record<string, string>, line = 2) => ({ line, values })
const check = (...rows: ReturnType<typeof row>[]) => checkPaperList(rows, known, today)
const faultsOf = (values: Record<string, string>) => check(row(values)).faults.map(({ message }) => message)
const good = { address: 'sam@school.example', type: 'bhv', issuedOn: '12-3-2026' }

describe('a row of a list of papers', () => {
  test('is read with whose it is, the sort, and the days as people and spreadsheets write them', () => {
    expect(check(row({ ...good, validUntil: '12 mrt 2027', issuer: 'Voorbeeldopleider' }))).toEqual({
      faults: [],
      papers: [
        {
          line: 2,
          name: null,
          nameKey: '',
          address: 'sam@school.example',
          organisationId: null,
          typeCode: 'BHV',
          scope: null,
          number: null,
          issuedOn: '2026-03-12',
          validUntil: '2027-03-12',
          issuer: 'Voorbeeldopleider',
        },
      ],
    })
  })

  test.for([
    ['BHV', 'BHV'],
    ['Bedrijfshulpverlening', 'BHV'],
    ['b-vca', 'VCA-B'],
    ['VCA B', 'VCA-B'],
    ['Basisveiligheid', 'VCA-B'],
    ['NEN 3140', 'NEN3140-VOP'],
    ['nen3140 vop', 'NEN3140-VOP'],
    ['heftruckcertificaat', 'HEFTRUCK'],
  ])('knows %s as %s', ([typed = '', code]) => {
    const { papers } = check(row({ ...good, type: typed, number: '1', scope: 'reachtruck' }))
    expect(papers[0]?.typeCode).toBe(code)
  })

  test('says of each thing that is wrong how to mend it', () => {
    expect(faultsOf({ ...good, type: 'VOP' })).toEqual([expect.stringContaining('‘VOP’ kennen we niet')])
    expect(faultsOf({ ...good, type: '' })).toEqual(['De soort ontbreekt.'])
    expect(faultsOf({ ...good, issuedOn: '' })).toEqual(['De dag van afgifte ontbreekt.'])
    expect(faultsOf({ ...good, issuedOn: 'gisteren' })).toEqual([expect.stringContaining('is geen datum')])
    expect(faultsOf({ ...good, issuedOn: '28-11-2026' })).toEqual([expect.stringContaining('moet nog komen')])
    expect(faultsOf({ ...good, issuedOn: '1-1-1940' })).toEqual([expect.stringContaining('te lang geleden')])
    expect(faultsOf({ ...good, validUntil: '1-1-2026' })).toEqual([
      expect.stringContaining('voor de dag van afgifte'),
    ])
    expect(faultsOf({ ...good, validUntil: '1-1-2199' })).toEqual([expect.stringContaining('te ver weg')])
    expect(faultsOf({ ...good, type: 'B-VCA' })).toEqual([expect.stringContaining('nummer in het register')])
    expect(faultsOf({ ...good, type: 'Heftruckcertificaat' })).toEqual([
      expect.stringContaining('type machine'),
    ])
    expect(faultsOf({ ...good, number: 'x'.repeat(61) })).toEqual([expect.stringContaining('60 tekens')])
    expect(faultsOf({ type: 'BHV', issuedOn: '1-2-2026' })).toEqual([expect.stringContaining('wie het was')])
    expect(faultsOf({ ...good, school: 'De Kern' })).toEqual([expect.stringContaining('kennen we niet')])
    expect(faultsOf({ ...good, school: 'Voorbeeldschool De Kern' })).toEqual([
      expect.stringContaining('Zet de plaats erachter'),
    ])
  })
})

describe('what carrying out a list comes down to', () => {
  const paper = (values: Partial<ListedPaper>): ListedPaper => ({
    line: 2,
    name: { givenName: 'Sam', familyName: 'Voorbeeld' },
    nameKey: 'sam voorbeeld',
    address: null,
    organisationId: 1,
    typeCode: 'BHV',
    scope: null,
    number: null,
    issuedOn: '2026-03-12',
    validUntil: null,
    issuer: null,
    ...values,
  })
  const sam = { organisationId: 1, nameKey: 'sam voorbeeld', personId: 7, name: 'Sam Voorbeeld' }
  const people = {
    owners: [{ address: 'sam@school.example', personId: 7, name: 'Sam Voorbeeld' }],
    atSchool: [sam],
  }

  test('somebody is known by an address, or by a name that is the only one at a school', () => {
    const rows = [paper({}), paper({ line: 3, address: 'sam@school.example', name: null, typeCode: 'EHBO' })]
    expect(planPapers(rows, people, []).papers.map(({ personId }) => personId)).toEqual([7, 7])
  })

  test('no dossier gets more than it holds', () => {
    const held = Array.from({ length: 99 }, (_, nth) => ({
      personId: 7,
      typeCode: 'EHBO',
      scope: String(nth),
      issuedOn: '2020-01-01',
    }))
    const plan = planPapers([paper({}), paper({ line: 3, typeCode: 'VCA-B' })], people, held)
    expect(plan.papers).toHaveLength(1)
    expect(plan.faults).toEqual([{ line: 3, message: expect.stringContaining('hooguit 100') }])
  })

  test('who is not known, or may be two people, is a fault', () => {
    const twice = { ...people, atSchool: [sam, { ...sam, personId: 8 }] }
    expect(planPapers([paper({})], twice, []).faults[0]?.message).toContain('Er zijn 2 mensen')
    // The same person with two jobs at one school is one person.
    expect(planPapers([paper({})], { ...people, atSchool: [sam, sam] }, []).faults).toEqual([])
    expect(planPapers([paper({ organisationId: 2 })], people, []).faults[0]?.message).toContain(
      'kennen we niet op deze school',
    )
    expect(planPapers([paper({ organisationId: null })], people, []).faults[0]?.message).toContain(
      'De school ontbreekt',
    )
  })

  test('what stands in a dossier already is left alone, and twice in a list is a fault', () => {
    const held = [{ personId: 7, typeCode: 'HEFTRUCK', scope: 'Reachtruck', issuedOn: '2024-01-05' }]
    const truck = paper({ typeCode: 'HEFTRUCK', scope: 'reach-truck', issuedOn: '2024-01-05' })
    expect(planPapers([{ ...truck, scope: 'reachtruck' }], people, held)).toMatchObject({
      papers: [],
      known: [2],
    })
    expect(planPapers([paper({}), paper({ line: 9 })], people, []).faults).toEqual([
      { line: 9, message: expect.stringContaining('regel 2') },
    ])
  })
})
