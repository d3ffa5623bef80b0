import { forbidden } from '#app/platform/refusal.ts'
import { type Ability, can, type SubjectOf } from './abilities.ts'
import type { Actor } from './actor.ts'

/** Goes on when the actor may; otherwise the request ends with 403. */
export function authorize<A extends Ability>(actor: Actor, ability: A, ...subject: SubjectOf<A>): void {
  if (!can(actor, ability, ...subject)) throw forbidden()
}
