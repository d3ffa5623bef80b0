import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { note } from '#app/platform/journal.server.ts'
import { orNotFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#db/client.server.ts'
import { lockPerson } from './person-queries.server.ts'

/** Takes an address off the account; never the one that mail goes to, and never the last that was confirmed. */
export function removeAddress(
  db: Db,
  actor: Actor,
  person: { personId: number },
  { addressId }: { addressId: number },
): Promise<void> {
  authorize(actor, 'account.manage', person)
  return inTransaction(db, async (trx) => {
    await lockPerson(trx, person.personId)
    const own = await trx
      .selectFrom('emailAddress')
      .select(['id', 'isPrimary', 'confirmedAt'])
      .where('personId', '=', person.personId)
      .execute()
    const row = orNotFound(own.find(({ id }) => id === addressId))
    const confirmed = own.filter(({ confirmedAt }) => confirmedAt)
    if (row.confirmedAt && confirmed.length === 1) {
      throw new Refusal(
        'Dit is je enige bevestigde adres. Bevestig eerst een ander, anders kun je niet meer inloggen.',
      )
    }
    if (row.isPrimary)
      throw new Refusal('Naar dit adres gaat je mail. Maak eerst een ander adres je hoofdadres.')
    await trx.deleteFrom('emailAddress').where('id', '=', addressId).execute()
    await note(
      trx,
      actor,
      'address.remove',
      { type: 'person', id: person.personId },
      { details: { addressId } },
    )
  })
}
