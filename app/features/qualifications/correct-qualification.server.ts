import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { now } from '#app/platform/clock.ts'
import { deleteFile, readScan, storeScan, type Upload } from '#app/platform/files/store-file.server.ts'
import { note } from '#app/platform/journal.server.ts'
import { Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction, type Transaction } from '#db/client.server.ts'
import { checkPaper, refuseDouble } from './insert-qualification.server.ts'
import { lockQualification } from './lock-qualification.server.ts'
import type { PaperFields } from './qualification-form.ts'
import { qualificationTexts as texts } from './qualification-texts.ts'

/**
 * Somebody mends what stands on a paper of their own, or puts another scan with it. Whoever checked it before checked
 * something else: it counts as not checked again, and what an employer confirmed of another paper than it now is, does
 * not count any more. `again` says whether it has to be checked anew.
 */
export async function correctQualification(
  db: Db,
  actor: Actor,
  qualification: { id: number },
  input: PaperFields,
  upload?: Upload,
): Promise<{ again: boolean }> {
  const scan = upload && (await readScan(upload))
  return inTransaction(db, async (trx) => {
    const current = await lockQualification(trx, qualification.id)
    authorize(actor, 'qualification.keep', current)
    if (current.withdrawnAt) throw new Refusal(texts.withdrawnAlready)
    if (current.enteredBy === null) throw new Refusal(texts.awarded)
    const { title: _, ...paper } = await checkPaper(trx, current.typeCode, input, {
      alsoRetired: true,
    })
    await refuseDouble(trx, current.personId, current.typeCode, paper, current.id)
    const changed = (['scope', 'number', 'issuedOn', 'validUntil', 'issuer'] as const).filter(
      (field) => paper[field] !== current[field],
    )
    if (changed.length === 0 && !scan) return { again: false }
    // A paper that was not issued anew keeps the term it was issued under.
    const termId = paper.issuedOn === current.issuedOn ? current.termId : paper.termId
    await trx
      .updateTable('qualification')
      .set({ ...paper, termId, verification: 'unverified', changedAt: now() })
      .where('id', '=', current.id)
      .execute()
    if (changed.some((field) => whatWasConfirmed.has(field))) {
      await withdrawConfirmations(trx, actor, current.id)
    }
    if (scan) {
      const fileId = await storeScan(trx, actor, scan)
      await trx.updateTable('qualification').set({ fileId }).where('id', '=', current.id).execute()
      if (current.fileId !== null) await deleteFile(trx, current.fileId)
    }
    await note(
      trx,
      actor,
      'qualification.correct',
      { type: 'person', id: current.personId },
      {
        details: {
          qualificationId: current.id,
          changed: [...changed, ...(scan ? ['scan'] : [])],
        },
      },
    )
    return { again: current.verification !== 'unverified' }
  })
}

/** An employer confirms work within what the paper is for, on the paper they know. */
const whatWasConfirmed: ReadonlySet<string> = new Set(['scope', 'number', 'issuedOn'])

const withdrawConfirmations = (trx: Transaction, actor: Actor, qualificationId: number) =>
  trx
    .updateTable('qualificationConfirmation')
    .set({ withdrawnAt: now(), withdrawnBy: actor.personId, withdrawnReason: texts.paperChanged })
    .where('qualificationId', '=', qualificationId)
    .where('withdrawnAt', 'is', null)
    .execute()
