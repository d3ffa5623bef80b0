import { type Actor, isTrainer } from '#app/access/actor.ts'
import { paths } from '#app/paths.ts'

/** Where somebody's work is, after logging in. */
export function landingPath(actor: Actor): string {
  if (actor.isCoordinator || actor.isAdministrator) return paths.desk()
  const onlyDirects =
    actor.memberships.some(({ role }) => role === 'director') &&
    actor.memberships.every(({ role }) => role === 'director' || role === 'signatory')
  if (onlyDirects) return paths.schools()
  const onlyTrains = isTrainer(actor) && actor.memberships.every(({ role }) => role === 'trainer')
  return onlyTrains ? paths.teaching() : paths.mine()
}
