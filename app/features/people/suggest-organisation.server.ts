import type { Actor, MembershipRole } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { now } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { type Db, inTransaction, type Transaction } from '#db/client.server.ts'

export type Suggestion = { name: string; town: string; role: MembershipRole }

/** "Mijn school staat er niet bij": its name and town, which a coordinator links to an organisation later. */
export function suggestOrganisation(
  db: Db,
  actor: Actor,
  person: { personId: number },
  input: Suggestion,
): Promise<void> {
  authorize(actor, 'account.manage', person)
  return inTransaction(db, async (trx) => {
    await insertSuggestion(trx, person.personId, input)
    await note(trx, actor, 'organisation.suggest', { type: 'person', id: person.personId })
  })
}

/** The row itself, for commands that asked permission already. Asking the same twice is asking it once. */
export async function insertSuggestion(trx: Transaction, personId: number, input: Suggestion): Promise<void> {
  await trx
    .insertInto('organisationSuggestion')
    .values({ personId, ...input, createdAt: now() })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
