import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { note } from '#app/platform/journal.server.ts'
import { orNotFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#db/client.server.ts'
import { enrolmentTexts as texts } from './enrolment-texts.ts'
import { lockEdition } from './lock-edition.server.ts'
import { promoteNext } from './promote-next.server.ts'

/** Sets the number of places. More places go to who waits, at once; fewer than are held cannot be. */
export async function changeCapacity(
  db: Db,
  actor: Actor,
  edition: { id: number },
  input: { capacity: number },
): Promise<{ promoted: number }> {
  authorize(actor, 'edition.manage')
  return inTransaction(db, async (trx) => {
    const current = orNotFound(await lockEdition(trx, edition.id))
    if (input.capacity < current.placesHeld) {
      throw new Refusal(texts.capacityBelowHeld(current.placesHeld), 'capacity')
    }
    await trx
      .updateTable('edition')
      .set((column) => ({
        capacity: input.capacity,
        // A minimum above the number of places would never be met.
        minimum: column.fn<number>('least', ['minimum', column.val(input.capacity)]),
      }))
      .where('id', '=', current.id)
      .execute()
    await note(
      trx,
      actor,
      'edition.change-capacity',
      { type: 'edition', id: current.id },
      {
        details: { from: current.capacity, to: input.capacity },
      },
    )
    const promoted = await promoteNext(trx, current.id)
    return { promoted: promoted.length }
  })
}
