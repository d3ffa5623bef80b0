import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { readScan, storeScan, type Upload } from '#app/platform/files/store-file.server.ts'
import { note } from '#app/platform/journal.server.ts'
import { type Db, inTransaction } from '#db/client.server.ts'
import { checkPaper, insertPaper } from './insert-qualification.server.ts'
import type { AddQualification } from './qualification-form.ts'

/**
 * Somebody puts what they hold in their own dossier, with a scan or a photo where they have one. It counts at once, as
 * not checked. A renewal is the same act: what was there stays.
 */
export async function addQualification(
  db: Db,
  actor: Actor,
  input: AddQualification,
  upload?: Upload,
): Promise<{ id: number; title: string }> {
  authorize(actor, 'qualification.keep', actor)
  const scan = upload && (await readScan(upload))
  return inTransaction(db, async (trx) => {
    const paper = await checkPaper(trx, input.typeCode, input)
    const { id } = await insertPaper(trx, actor, actor.personId, input.typeCode, paper)
    if (scan) {
      const fileId = await storeScan(trx, actor, scan)
      await trx.updateTable('qualification').set({ fileId }).where('id', '=', id).execute()
    }
    await note(
      trx,
      actor,
      'qualification.add',
      { type: 'person', id: actor.personId },
      {
        details: { qualificationId: id, typeCode: input.typeCode },
      },
    )
    return { id, title: paper.title }
  })
}
