import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { insertMembership } from '#app/features/people/start-membership.server.ts'
import { dayOf, now } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#db/client.server.ts'
import { findOrganisation } from './organisation-queries.server.ts'

/**
 * A coordinator says which organisation somebody meant by "Mijn school staat er niet bij". The person works there from
 * the day they said so, and their places without a school become places through this one.
 */
export function linkOrganisation(
  db: Db,
  actor: Actor,
  suggestion: { suggestionId: number },
  input: { organisationId: number; teamId?: number },
): Promise<void> {
  authorize(actor, 'organisation.manage')
  return inTransaction(db, async (trx) => {
    const organisation = orNotFound(await findOrganisation(trx, input.organisationId))
    const handled = await trx
      .updateTable('organisationSuggestion')
      .set({ linkedOrganisationId: organisation.id, handledBy: actor.personId, handledAt: now() })
      .where('id', '=', suggestion.suggestionId)
      .where('handledAt', 'is', null)
      .returning(['id', 'personId', 'role', 'createdAt'])
      .executeTakeFirst()
    const { id, personId, role, createdAt } = orNotFound(handled)
    await insertMembership(trx, personId, { ...input, role, startsOn: dayOf(createdAt) })
    await trx
      .updateTable('enrolment')
      .set({ organisationId: organisation.id })
      .where('personId', '=', personId)
      .where('organisationId', 'is', null)
      .where('status', 'in', ['unconfirmed', 'requested', 'confirmed', 'waitlisted', 'offered'])
      .execute()
    await note(
      trx,
      actor,
      'organisation.link',
      { type: 'person', id: personId },
      {
        details: { suggestionId: id, organisationId: organisation.id },
      },
    )
  })
}

/** Puts a suggestion aside without linking it: a joke, or somebody who left again. */
export function dismissSuggestion(db: Db, actor: Actor, suggestion: { suggestionId: number }): Promise<void> {
  authorize(actor, 'organisation.manage')
  return inTransaction(db, async (trx) => {
    const row = await trx
      .updateTable('organisationSuggestion')
      .set({ handledBy: actor.personId, handledAt: now() })
      .where('id', '=', suggestion.suggestionId)
      .where('handledAt', 'is', null)
      .returning('personId')
      .executeTakeFirst()
    const { personId } = orNotFound(row)
    await note(trx, actor, 'organisation.dismiss-suggestion', { type: 'person', id: personId })
  })
}
