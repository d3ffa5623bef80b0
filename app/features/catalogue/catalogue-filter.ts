import type { OfferingKind } from './offering.ts'

/** What the catalogue is narrowed down to. Everything in it stands in the address, under these Dutch names. */
export type CatalogueFilter = {
  search: string
  kind: OfferingKind | null
  profile: string | null
  module: string | null
  project: number | null
  goal: number | null
  /** What it trains for: the code of a kind of proof, or `anyProof`. */
  proof: string | null
  /** Days, `YYYY-MM-DD`, both included. */
  from: string | null
  until: string | null
  place: string | null
  /** Only editions with a place left. */
  free: boolean
  page: number
}

/** Whatever earns a proof that runs out, or prepares for one. */
export const anyProof = 'alle'

export const noFilter: CatalogueFilter = {
  search: '',
  kind: null,
  profile: null,
  module: null,
  project: null,
  goal: null,
  proof: null,
  from: null,
  until: null,
  place: null,
  free: false,
  page: 1,
}

export const kindInAddress: Record<OfferingKind, string> = {
  course: 'cursus',
  workshop: 'workshop',
  excursion: 'excursie',
  exam_exchange: 'examineren',
}

/** The query of a filter, with its question mark; empty when nothing is filtered. */
export function filterQuery(filter: Partial<CatalogueFilter>, more: Record<string, string> = {}): string {
  const query = new URLSearchParams()
  const put = (name: string, value: string | number | null | undefined) => {
    if (value !== null && value !== undefined && value !== '') query.set(name, String(value))
  }
  put('zoek', filter.search)
  put('soort', filter.kind && kindInAddress[filter.kind])
  put('profiel', filter.profile)
  put('module', filter.module)
  put('project', filter.project)
  put('doel', filter.goal)
  put('bewijs', filter.proof)
  put('vanaf', filter.from)
  put('tot', filter.until)
  put('plaats', filter.place)
  if (filter.free) put('plek', 'on')
  if (filter.page && filter.page > 1) put('pagina', filter.page)
  for (const [name, value] of Object.entries(more)) put(name, value)
  const written = query.toString()
  return written ? `?${written}` : ''
}

/** The filter of a calendar to subscribe to: without what holds for this moment or this page only. */
export function lastingFilter(filter: CatalogueFilter): CatalogueFilter {
  return { ...filter, from: null, until: null, free: false, page: 1 }
}

/** Whether anything is asked for; the page number is no filter. */
export function isFiltered({ page: _page, ...filter }: CatalogueFilter): boolean {
  return Object.values(filter).some((value) => value !== null && value !== '' && value !== false)
}
