import type { OrganisationKind } from './organisation-queries.server.ts'

/** The words for organisations and what belongs to them. */

export const organisationKindWords: Record<OrganisationKind, string> = {
  primary_school: 'basisschool',
  secondary_school: 'school voor voortgezet onderwijs',
  vocational_college: 'mbo-school',
  training_centre: 'opleidingscentrum',
  industry_platform: 'brancheplatform',
  company: 'bedrijf',
  municipality: 'gemeente',
}
export const organisationKinds = Object.keys(organisationKindWords) as [
  OrganisationKind,
  ...OrganisationKind[],
]

export const holidayRegions = ['noord', 'midden', 'zuid'] as const
export const holidayRegionWords = { noord: 'Noord', midden: 'Midden', zuid: 'Zuid' } as const

export const organisationTexts = {
  nameTaken: 'Deze organisatie staat er al, met deze plaats. Zoek haar op in de lijst.',
  siteTaken: 'Deze organisatie heeft al een locatie met deze naam.',
  roomTaken: 'Op deze locatie is al een lokaal met deze naam.',
  teamTaken: 'Deze organisatie heeft al een team met deze naam.',
  siteElsewhere: 'Deze locatie hoort niet bij deze organisatie. Kies opnieuw.',
} as const
