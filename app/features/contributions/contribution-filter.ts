import { choiceFrom, idOf } from '#app/platform/search-params.ts'
import { contributionStates } from './contribution.ts'
import type { ContributionFilter } from './contribution-queries.server.ts'
import { stateWords } from './contribution-texts.ts'

export const filterStates = ['to_settle', 'to_check', 'counts', ...contributionStates] as const

export const filterStateWords: Record<(typeof filterStates)[number], string> = {
  to_settle: 'nog te regelen: verbeterd of afgewezen',
  to_check: 'eerst bekijken: bijeenkomst gewijzigd',
  counts: 'telt mee',
  ...stateWords,
}

/** The filter of a list of contributions, as it stands in the address. */
export function contributionFilterFrom(params: URLSearchParams): ContributionFilter {
  const month = params.get('maand') ?? ''
  const year = params.get('jaar') ?? ''
  return {
    state: choiceFrom(params, 'stand', filterStates),
    organisationId: idOf(params, 'organisatie'),
    projectNumber: idOf(params, 'project'),
    month: /^20\d\d-(?:0[1-9]|1[0-2])$/.test(month) ? month : undefined,
    schoolYear: /^20\d\d$/.test(year) ? Number(year) : undefined,
  }
}

/** The address of a list under a filter. */
export function contributionQuery(filter: ContributionFilter): string {
  const params = new URLSearchParams()
  if (filter.state) params.set('stand', filter.state)
  if (filter.organisationId) params.set('organisatie', String(filter.organisationId))
  if (filter.projectNumber) params.set('project', String(filter.projectNumber))
  if (filter.month) params.set('maand', filter.month)
  if (filter.schoolYear) params.set('jaar', String(filter.schoolYear))
  return params.size > 0 ? `?${params}` : ''
}
