import type { OrganisationChoice } from './organisation-queries.server.ts'

/** The value of the choice "not in the list". */
export const otherOrganisation = 'anders'
/** The value of the choice to stop at none of one's schools. */
export const stopsNowhere = 'geen'

/** The value of the choice "a new organisation". */
export const newOrganisation = 'nieuw'

/** For a select: each organisation, and below it its teams. The value is `12`, or `12-5` for a team. */
export function organisationOptions(
  choices: readonly OrganisationChoice[],
): { value: string; label: string }[] {
  return choices.flatMap(({ id, name, town, teams }) => [
    { value: String(id), label: `${name}, ${town}` },
    ...teams.map((team) => ({ value: `${id}-${team.id}`, label: `${name}, ${town}: ${team.name}` })),
  ])
}

/** The value of a choice read back; undefined for anything else. */
export function readOrganisationOption(
  value: string,
): { organisationId: number; teamId?: number } | undefined {
  const [, organisation, team] = /^([1-9]\d{0,14})(?:-([1-9]\d{0,14}))?$/.exec(value) ?? []
  if (!organisation) return undefined
  return { organisationId: Number(organisation), ...(team ? { teamId: Number(team) } : {}) }
}
