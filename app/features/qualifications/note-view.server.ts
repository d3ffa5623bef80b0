import { now, today } from '#app/platform/clock.ts'
import type { Db, Transaction } from '#db/client.server.ts'
import type { Viewed } from './view-queries.server.ts'

/** Writes down who looked at whose dossier, once a day and thing; its holder sees it. Looking at one's own is nobody's news. */
export async function noteView(
  db: Db | Transaction,
  viewer: { personId: number },
  of: { personId: number; what: Viewed; qualificationId?: number },
): Promise<void> {
  if (viewer.personId === of.personId) return
  await db
    .insertInto('dossierView')
    .values({
      personId: of.personId,
      viewerId: viewer.personId,
      what: of.what,
      qualificationId: of.qualificationId ?? null,
      day: today(),
      viewedAt: now(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
