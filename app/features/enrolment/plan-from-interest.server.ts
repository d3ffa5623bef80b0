import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { openEdition } from '#app/features/catalogue/change-edition.server.ts'
import type { PlanEditionInput } from '#app/features/catalogue/edition-form.ts'
import { planEdition } from '#app/features/catalogue/plan-edition.server.ts'
import { listInterested } from '#app/features/interest/interest-queries.server.ts'
import { type Db, inTransaction } from '#db/client.server.ts'
import { type Invitation, offerPlaces } from './offer-places.server.ts'

/**
 * Plans an edition, opens it, and offers its places to those who showed interest, in the order in which they did: all
 * at once, so that no newcomer comes in between.
 */
export async function planFromInterest(
  db: Db,
  actor: Actor,
  offeringId: number,
  input: PlanEditionInput,
): Promise<Invitation & { editionId: number }> {
  authorize(actor, 'edition.manage')
  return inTransaction(db, async (trx) => {
    const interested = await listInterested(trx, offeringId)
    const editionId = await planEdition(trx, actor, offeringId, input)
    await openEdition(trx, actor, editionId)
    return { editionId, ...(await offerPlaces(trx, actor, { id: editionId }, interested)) }
  })
}
