import { sql } from 'kysely'
import { Refusal } from '#app/platform/refusal.ts'
import type { Transaction } from '#db/client.server.ts'
import { type ModuleDocument, referencesOf } from './document.ts'
import { faultTexts } from './document-texts.ts'

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
