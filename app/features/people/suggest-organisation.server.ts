import type { Actor, MembershipRole } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { now } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction, type Transaction } from '#db/client.server.ts'
import { lockPerson } from './person-queries.server.ts'

/** Schools of one person that wait for a coordinator. */
const openAtMost = 3

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
    await lockPerson(trx, person.personId)
    const { count } = await trx
      .selectFrom('organisationSuggestion')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('personId', '=', person.personId)
      .where('handledAt', 'is', null)
      .executeTakeFirstOrThrow()
    if (count >= openAtMost) {
      throw new Refusal('Je hebt al een paar scholen genoemd. De coördinator kijkt ernaar.', 'schoolName')
    }
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
