import { sql } from 'kysely'
import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { now } from '#app/platform/clock.ts'
import { orNotFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction, type Transaction } from '#db/client.server.ts'
import { type ModuleDocument, referencesOf, textOf } from './document.ts'
import { readDocument } from './document-check.server.ts'
import { faultTexts } from './document-texts.ts'
import { lockModule } from './lock-module.server.ts'
import { moduleTexts as texts } from './module-texts.ts'

/**
 * Keeps the text of the version that is being written, as it came: `document` may be anything, and is checked. `revision` is
 * the one that it was made from; when somebody else saved since, nothing is kept and that is told. Gives the new revision.
 */
export async function saveDraft(
  db: Db,
  actor: Actor,
  module: { id: number },
  input: { revision: number; document: unknown },
): Promise<{ revision: number }> {
  // Before anything is locked: a large text takes a while to read.
  const document = readDocument(input.document)
  return inTransaction(db, async (trx) => {
    const locked = orNotFound(await lockModule(trx, module.id))
    authorize(actor, 'module.write', locked)
    const { draft } = locked
    if (!draft || draft.status === 'in_review') throw new Refusal(texts.notWritable)
    if (draft.revision !== input.revision) throw new Refusal(texts.savedMeanwhile)
    await keepReferences(trx, locked.id, draft.id, document)
    const revision = draft.revision + 1
    await trx
      .updateTable('moduleVersion')
      .set({
        document: JSON.stringify(document),
        words: textOf(document),
        revision,
        changedBy: actor.personId,
        changedAt: now(),
      })
      .where('id', '=', draft.id)
      .execute()
    return { revision }
  })
}

/** Writes down what a version shows and teaches; refuses pictures and files of another module, and codes that are none. */
export async function keepReferences(
  trx: Transaction,
  moduleId: number,
  versionId: number,
  document: ModuleDocument,
): Promise<void> {
  const { pictures, files, examModules } = referencesOf(document)
  for (const [table, column, source, ids, refused] of [
    ['module_version_picture', 'picture_id', 'module_picture', pictures, faultTexts.notOurPicture],
    ['module_version_file', 'module_file_id', 'module_file', files, faultTexts.notOurFile],
  ] as const) {
    await sql`delete from ${sql.table(table)} where version_id = ${versionId}`.execute(trx)
    const { numAffectedRows } = await sql`
      insert into ${sql.table(table)} (version_id, ${sql.ref(column)})
      select ${versionId}, id from ${sql.table(source)}
      where module_id = ${moduleId} and id = any(${ids}::bigint[])`.execute(trx)
    if (Number(numAffectedRows) < ids.length) throw new Refusal(refused, 'document')
  }
  await trx.deleteFrom('moduleVersionExamModule').where('versionId', '=', versionId).execute()
  const { numAffectedRows } = await sql`
    insert into module_version_exam_module (version_id, module_code)
    select ${versionId}, code from exam_module where code = any(${examModules}::text[])`.execute(trx)
  if (Number(numAffectedRows) < examModules.length) throw new Refusal(faultTexts.noSuchExamModule, 'document')
}
