import { type ModuleLevel, type ModuleLicence, moduleLevels, moduleLicences } from './module.ts'

/** What the modules are narrowed down to. Everything in it stands in the address, under these Dutch names. */
export type ModuleFilter = {
  search: string
  profile: string | null
  examModule: string | null
  /** The id of the company. */
  company: number | null
  level: ModuleLevel | null
  /** At most so many lessons. */
  lessons: number | null
  licence: ModuleLicence | null
  page: number
}

export const noModuleFilter: ModuleFilter = {
  search: '',
  profile: null,
  examModule: null,
  company: null,
  level: null,
  lessons: null,
  licence: null,
  page: 1,
}

const most = { search: 100, page: 500, lessons: 60 }

/** Reads a filter from an address. What nobody offered is left out. */
export function readModuleFilter(query: URLSearchParams): ModuleFilter {
  const text = (name: string, longest: number) =>
    (query.get(name) ?? '')
      .replace(/\p{Cc}+/gu, ' ')
      .trim()
      .slice(0, longest)
  const whole = (name: string, largest: number) => {
    const value = query.get(name) ?? ''
    return /^[1-9]\d{0,14}$/.test(value) && Number(value) <= largest ? Number(value) : null
  }
  return {
    search: text('zoek', most.search),
    profile: text('profiel', 10) || null,
    examModule: text('module', 20).toUpperCase() || null,
    company: whole('bedrijf', Number.MAX_SAFE_INTEGER),
    level: moduleLevels.find((level) => level === query.get('niveau')) ?? null,
    lessons: whole('lesuren', most.lessons),
    licence: moduleLicences.find((licence) => licence === query.get('gebruik')) ?? null,
    page: whole('pagina', most.page) ?? 1,
  }
}

/** The query of a filter, with its question mark; empty when nothing is filtered. */
export function moduleFilterQuery(filter: Partial<ModuleFilter>): string {
  const { page = 1 } = filter
  const values = {
    zoek: filter.search,
    profiel: filter.profile,
    module: filter.examModule,
    bedrijf: filter.company,
    niveau: filter.level,
    lesuren: filter.lessons,
    gebruik: filter.licence,
    pagina: page > 1 ? page : null,
  }
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) if (value) query.set(name, String(value))
  return query.size > 0 ? `?${query}` : ''
}

/** Whether anything is asked for; the page number is no filter. */
export const isModuleFiltered = ({ page: _page, ...filter }: ModuleFilter): boolean =>
  Object.values(filter).some(Boolean)
