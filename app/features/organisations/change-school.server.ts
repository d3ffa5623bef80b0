import type { Actor } from '#app/access/actor.ts'
import { endMembership } from '#app/features/people/end-membership.server.ts'
import { startMembership } from '#app/features/people/start-membership.server.ts'
import { suggestOrganisation } from '#app/features/people/suggest-organisation.server.ts'
import { Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#db/client.server.ts'
import type { SchoolChange } from './change-school-form.ts'
import { findOrganisation } from './organisation-queries.server.ts'

/** Stops at one school, starts at another, or both in one go. Returns how many places are asked about. */
export function changeSchool(
  db: Db,
  actor: Actor,
  person: { personId: number },
  { ends, starts, suggestion }: SchoolChange,
): Promise<number> {
  return inTransaction(db, async (trx) => {
    if (starts) {
      if (!(await findOrganisation(trx, starts.organisationId))) {
        throw new Refusal('Deze school is er niet meer. Kies een andere.', 'school')
      }
      await startMembership(trx, actor, person, starts)
    }
    if (suggestion) await suggestOrganisation(trx, actor, person, suggestion)
    return ends ? endMembership(trx, actor, ends, ends) : 0
  })
}
