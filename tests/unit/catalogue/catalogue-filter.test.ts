import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { filterQuery, isFiltered, noFilter } from '#app/features/catalogue/catalogue-filter.ts'
import { readCatalogueFilter, readMonth } from '#app/features/catalogue/catalogue-form.ts'
import { setClock } from '#app/platform/clock.ts'
import { searchWords } from '#app/platform/search-words.server.ts'

beforeEach(() => setClock(new Date('2026-11-24T10:00:00Z')))
afterEach(() => setClock(undefined))

const read = (query: string) => readCatalogueFilter(new URLSearchParams(query))

describe('the filter of the catalogue', () => {
  test('is written in the address and read back the same', () => {
    const filter = {
      search: 'lassen & zo',
      kind: 'exam_exchange' as const,
      profile: 'M&T',
      module: 'K/MET/13',
      project: 6,
      goal: 2,
      proof: 'BHV',
      from: '2026-12-01',
      until: '2026-12-31',
      place: 'Deventer',
      free: true,
      page: 3,
    }
    expect(read(filterQuery(filter)).filter).toEqual(filter)
    expect(filterQuery(noFilter)).toBe('')
  })

  test('takes dates as people write them', () => {
    expect(read('vanaf=3-12-2026&tot=9 jan 2027').filter).toMatchObject({
      from: '2026-12-03',
      until: '2027-01-09',
    })
  })

  test('takes a month for a period, and lets a typed date go before it', () => {
    expect(read('maand=2026-12').filter).toMatchObject({ from: '2026-12-01', until: '2026-12-31' })
    expect(read('maand=2026-12&vanaf=10-12-2026').filter).toMatchObject({
      from: '2026-12-10',
      until: '2026-12-31',
    })
  })

  test('says which date it did not understand, and keeps what was typed', () => {
    const { filter, typed, problems } = read('vanaf=volgende week&tot=31-2-2027')
    expect(filter).toMatchObject({ from: null, until: null })
    expect(typed).toEqual({ from: 'volgende week', until: '31-2-2027' })
    expect(problems).toEqual({
      from: 'Dit is geen datum. Typ die als 3-12-2026.',
      until: 'Dit is geen datum. Typ die als 3-12-2026.',
    })
  })

  test('says so when the period ends before it begins', () => {
    const { filter, problems } = read('vanaf=10-12-2026&tot=1-12-2026')
    expect(problems.until).toMatch(/Kies een latere/)
    expect(filter).toMatchObject({ from: '2026-12-10', until: null })
  })

  test('leaves out what nobody offered', () => {
    const query = 'soort=feest&project=-1&doel=abc&pagina=0&plek=misschien&maand=2026-99&plaats=+++'
    expect(read(query).filter).toEqual(noFilter)
    expect(read('pagina=99999999').filter.page).toBe(1)
  })

  test('drops signs that the database refuses, and cuts what is too long', () => {
    expect(read(`zoek=a%00b${'x'.repeat(500)}`).filter.search).toMatch(/^a bx{97}$/)
  })

  test('knows whether anything was asked; a page number is no question', () => {
    expect(isFiltered({ ...noFilter, page: 4 })).toBe(false)
    expect(isFiltered({ ...noFilter, free: true })).toBe(true)
    expect(isFiltered({ ...noFilter, search: 'las' })).toBe(true)
  })
})

describe('the month of the calendar', () => {
  test('is its first day, at most two years away', () => {
    expect(readMonth('2026-12')).toBe('2026-12-01')
    for (const wrong of [null, '', '2026', '2026-13', '9999-01', '2020-01', 'december']) {
      expect(readMonth(wrong)).toBeUndefined()
    }
  })
})

describe('the words of a search', () => {
  test('are taken apart, without the signs that mean something to the database', () => {
    expect(searchWords('MIG/MAG-lassen, 100%  "veilig"')).toEqual(['mig/mag', 'lassen', '100', 'veilig'])
    expect(searchWords('K/PIE/19 M&T')).toEqual(['k/pie/19', 'm&t'])
    expect(searchWords("' % _ & | ! :*")).toEqual([])
  })

  test('are at most eight, each once', () => {
    expect(searchWords('a b c d e f g h i j a')).toHaveLength(8)
    expect(searchWords('las las las')).toEqual(['las'])
  })
})
