import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { note } from '#app/platform/journal.server.ts'
import { orNotFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#db/client.server.ts'
import { lockPerson } from './person-queries.server.ts'

/** From now on mail goes to this address, which must be confirmed. */
export function makeAddressPrimary(
  db: Db,
  actor: Actor,
  person: { personId: number },
  { addressId }: { addressId: number },
): Promise<void> {
  authorize(actor, 'account.manage', person)
  return inTransaction(db, async (trx) => {
    await lockPerson(trx, person.personId)
    const row = await trx
      .selectFrom('emailAddress')
      .select('confirmedAt')
      .where('id', '=', addressId)
      .where('personId', '=', person.personId)
      .executeTakeFirst()
    if (!orNotFound(row).confirmedAt) {
      throw new Refusal('Bevestig dit adres eerst, met de link die we erheen mailden.')
    }
    const ofPerson = trx.updateTable('emailAddress').where('personId', '=', person.personId)
    await ofPerson.set({ isPrimary: false }).where('isPrimary', '=', true).execute()
    await ofPerson.set({ isPrimary: true }).where('id', '=', addressId).execute()
    await note(
      trx,
      actor,
      'address.make-primary',
      { type: 'person', id: person.personId },
      {
        details: { addressId },
      },
    )
  })
}
