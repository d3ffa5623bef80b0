import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { now } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#db/client.server.ts'

/**
 * A certificate stays valid although something changed after it was issued, and this says why. The other answer is to
 * revoke it, which decides its review too.
 */
export async function keepCertificate(
  db: Db,
  actor: Actor,
  certificateId: number,
  { reason }: { reason: string },
): Promise<void> {
  authorize(actor, 'certificate.review')
  return inTransaction(db, async (trx) => {
    const decided = await trx
      .updateTable('certificateReview')
      .set({ decidedAt: now(), decidedBy: actor.personId, decision: 'kept' })
      .where('certificateId', '=', certificateId)
      .where('decidedAt', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (!decided) throw new Refusal('Hier is niets meer over te beslissen.')
    await note(trx, actor, 'certificate.keep', { type: 'certificate', id: certificateId }, { reason })
  })
}
