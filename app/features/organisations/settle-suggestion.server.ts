import type { z } from 'zod'
import type { Actor } from '#app/access/actor.ts'
import { type Db, inTransaction } from '#db/client.server.ts'
import { dismissSuggestion, linkOrganisation } from './link-organisation.server.ts'
import type { linkSuggestionForm } from './organisation-form.ts'
import { createOrganisation } from './save-organisation.server.ts'

/** Answers "Mijn school staat er niet bij": it is one that we know, a new one, or none. */
export function settleSuggestion(
  db: Db,
  actor: Actor,
  suggestion: { suggestionId: number },
  answer: z.output<typeof linkSuggestionForm>,
): Promise<void> {
  return inTransaction(db, async (trx) => {
    if ('dismiss' in answer) return dismissSuggestion(trx, actor, suggestion)
    const chosen = answer.existing ?? { organisationId: await createOrganisation(trx, actor, answer.created) }
    return linkOrganisation(trx, actor, suggestion, chosen)
  })
}
