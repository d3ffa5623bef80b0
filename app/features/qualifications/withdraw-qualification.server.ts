import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { now } from '#app/platform/clock.ts'
import { deleteFile } from '#app/platform/files/store-file.server.ts'
import { note } from '#app/platform/journal.server.ts'
import { Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#db/client.server.ts'
import { lockQualification } from './lock-qualification.server.ts'
import { qualificationTexts as texts } from './qualification-texts.ts'

/**
 * A coordinator takes back what stands in a dossier, or a holder what they put there: it stays, as withdrawn, with the
 * reason; the scan goes.
 */
export async function withdrawQualification(
  db: Db,
  actor: Actor,
  qualification: { id: number },
  input: { reason: string },
): Promise<void> {
  await inTransaction(db, async (trx) => {
    const current = await lockQualification(trx, qualification.id)
    authorize(actor, 'qualification.withdraw', current)
    if (current.withdrawnAt) throw new Refusal(texts.withdrawnAlready)
    if (current.enteredBy === null && !actor.isCoordinator) throw new Refusal(texts.awarded)
    await trx
      .updateTable('qualification')
      .set({ withdrawnAt: now(), withdrawnBy: actor.personId, withdrawnReason: input.reason, fileId: null })
      .where('id', '=', current.id)
      .execute()
    if (current.fileId !== null) await deleteFile(trx, current.fileId)
    await note(
      trx,
      actor,
      'qualification.withdraw',
      { type: 'person', id: current.personId },
      {
        reason: input.reason,
        details: { qualificationId: current.id },
      },
    )
  })
}
