import type { ActorMembership } from '#app/access/actor.ts'

/** How many people one wish or interest can be for. */
export const mostPeople = 30
/** Those who showed interest have first right for this long. */
export const firstRightDays = 5

/** A place somebody works, for which they can show interest. */
export type Workplace = {
  membershipId: number
  organisationId: number
  teamId: number | null
  name: string
  /** Whether they lead that team, and so can speak for several. */
  leads: boolean
}

/** Where somebody works, each school and team once; who is in a team there is not there without one as well. */
export function workplacesOf(memberships: readonly ActorMembership[]): Workplace[] {
  const found = new Map<string, Workplace>()
  for (const { id, organisationId, organisationName, teamId, teamName, role } of memberships) {
    const isTeamed = memberships.some((one) => one.organisationId === organisationId && one.teamId !== null)
    if (teamId === null && isTeamed) continue
    const leads = teamId !== null && (role === 'team_lead' || role === 'deputy_lead')
    const key = `${organisationId}/${teamId}`
    const known = found.get(key)
    if (known) known.leads ||= leads
    else {
      const name = [organisationName, teamName].filter(Boolean).join(', ')
      found.set(key, { membershipId: id, organisationId, teamId, name, leads })
    }
  }
  return [...found.values()]
}
