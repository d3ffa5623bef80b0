import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { now } from '#app/platform/clock.ts'
import { orNotFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#db/client.server.ts'
import { wordsToFind } from './document.ts'
import { readDocument } from './document-check.server.ts'
import { keepReferences } from './keep-references.server.ts'
import { lockModule } from './lock-module.server.ts'
import { moduleTexts as texts } from './module-texts.ts'

/**
 * Keeps the text of the version that is being written, as it came: `document` may be anything, and is checked. `revision` is
 * the one that it was made from: when somebody else saved since, nothing is kept (`saved` false), and `revision` is theirs.
 */
export async function saveDraft(
  db: Db,
  actor: Actor,
  module: { id: number },
  input: { revision: number; document: unknown },
): Promise<{ saved: boolean; revision: number }> {
  // Before anything is locked: a large text takes a while to read.
  const document = readDocument(input.document)
  return inTransaction(db, async (trx) => {
    const locked = orNotFound(await lockModule(trx, module.id))
    authorize(actor, 'module.write', locked)
    const { draft } = locked
    if (!draft || draft.status === 'in_review' || locked.archivedAt) throw new Refusal(texts.notWritable)
    if (draft.revision !== input.revision) return { saved: false, revision: draft.revision }
    await keepReferences(trx, locked.id, draft.id, document)
    const revision = draft.revision + 1
    await trx
      .updateTable('moduleVersion')
      .set({
        document: JSON.stringify(document),
        words: wordsToFind(document),
        revision,
        changedBy: actor.personId,
        changedAt: now(),
      })
      .where('id', '=', draft.id)
      .execute()
    return { saved: true, revision }
  })
}
