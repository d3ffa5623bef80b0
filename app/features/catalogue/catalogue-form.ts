import { today } from '#app/platform/clock.ts'
import { addDays, addMonths, parseDay } from '#app/platform/dates.ts'
import { type CatalogueFilter, kindInAddress } from './catalogue-filter.ts'
import { catalogueTexts } from './catalogue-texts.ts'
import { offeringKinds } from './offering.ts'

export type CatalogueQuestion = {
  filter: CatalogueFilter
  /** The dates as they were typed, so that a wrong one can be mended. */
  typed: { from: string; until: string }
  /** What was not understood, in a sentence, by field. */
  problems: { from?: string; until?: string }
}

const maxSearch = 100
const maxPage = 1000

/** Reads a filter from an address. What nobody offered is left out; a date that is none is told. */
export function readCatalogueFilter(query: URLSearchParams): CatalogueQuestion {
  const kind = text(query, 'soort')
  const month = readMonth(query.get('maand'))
  const typed = { from: text(query, 'vanaf') ?? '', until: text(query, 'tot') ?? '' }
  const from = parseDay(typed.from) ?? (month && typed.from === '' ? month : null)
  const until =
    parseDay(typed.until) ?? (month && typed.until === '' ? addDays(addMonths(month, 1), -1) : null)
  const problems: CatalogueQuestion['problems'] = {}
  if (typed.from && !from) problems.from = catalogueTexts.noDay
  if (typed.until && !until) problems.until = catalogueTexts.noDay
  if (from && until && until < from) problems.until = catalogueTexts.untilBeforeFrom
  return {
    filter: {
      search: text(query, 'zoek', maxSearch) ?? '',
      kind: offeringKinds.find((one) => kindInAddress[one] === kind) ?? null,
      profile: text(query, 'profiel', 10),
      module: text(query, 'module', 20)?.toUpperCase() ?? null,
      project: number(query, 'project', 99),
      goal: number(query, 'doel', 99),
      proof: text(query, 'bewijs'),
      from,
      until: problems.until ? null : until,
      place: text(query, 'plaats', 80),
      free: query.get('plek') === 'on',
      page: number(query, 'pagina', maxPage) ?? 1,
    },
    typed: { from: typed.from || (from ?? ''), until: typed.until || (until ?? '') },
    problems,
  }
}

/** The first day of the month that an address asks for (`2026-12`), of at most two years away. */
export function readMonth(value: string | null): string | undefined {
  if (!value || !/^\d{4}-\d{2}$/.test(value)) return undefined
  const first = parseDay(`${value}-01`)
  if (!first || first < addMonths(today(), -24) || first > addMonths(today(), 24)) return undefined
  return first
}

function text(query: URLSearchParams, name: string, max = 40): string | null {
  // PostgreSQL refuses a zero byte, and nobody types the other control characters.
  const value = query
    .get(name)
    ?.replace(/\p{Cc}+/gu, ' ')
    .trim()
  return value ? value.slice(0, max) : null
}

function number(query: URLSearchParams, name: string, max: number): number | null {
  const value = query.get(name) ?? ''
  return /^\d{1,4}$/.test(value) && Number(value) >= 1 && Number(value) <= max ? Number(value) : null
}
