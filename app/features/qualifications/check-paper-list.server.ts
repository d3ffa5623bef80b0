import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { visible } from '#app/features/people/list-cells.ts'
import { now, today } from '#app/platform/clock.ts'
import { readTable } from '#app/platform/spreadsheet/read-table.server.ts'
import type { RowFault } from '#app/platform/spreadsheet/table-rows.ts'
import type { Db } from '#db/client.server.ts'
import { checkPaperList, paperColumns, paperListLimits } from './paper-import.ts'
import { listKnownForPapers, planPaperImport } from './paper-import-queries.server.ts'

export type CheckedPaperList =
  | { outcome: 'faults'; faults: RowFault[]; ignored: string[] }
  | { outcome: 'nothing new'; rows: number }
  | { outcome: 'checked'; importId: number; ignored: string[] }

/**
 * Reads a school's list of papers and keeps it for a day when there is nothing wrong with it; changes nobody. With faults
 * nothing is kept: every one of them comes back with its line.
 */
export async function checkPaperFile(
  db: Db,
  actor: Actor,
  file: { bytes: Uint8Array; name: string },
): Promise<CheckedPaperList> {
  authorize(actor, 'qualification.import')
  const { rows, ignored } = await readTable(file.bytes, paperColumns, 'file', paperListLimits)
  const { papers, faults } = checkPaperList(rows, await listKnownForPapers(db), today())
  const plan = await planPaperImport(db, papers)
  const all = [...faults, ...plan.faults].sort((one, other) => one.line - other.line)
  if (all.length > 0) return { outcome: 'faults', faults: all, ignored }
  if (plan.papers.length === 0) return { outcome: 'nothing new', rows: papers.length }
  const { id } = await db
    .insertInto('qualificationImport')
    .values({
      createdBy: actor.personId,
      createdAt: now(),
      fileName: visible(file.name).slice(0, 200).toWellFormed() || 'lijst',
      rows: JSON.stringify(papers),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { outcome: 'checked', importId: id, ignored }
}
