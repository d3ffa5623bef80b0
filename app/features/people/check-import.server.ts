import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { now, today } from '#app/platform/clock.ts'
import { readTable } from '#app/platform/spreadsheet/read-table.server.ts'
import type { RowFault } from '#app/platform/spreadsheet/table-rows.ts'
import type { Db } from '#db/client.server.ts'
import { checkPeopleImport, peopleImportColumns } from './people-import.ts'
import { planImport } from './people-import-plan.ts'
import { findKnown, listKnownOrganisations } from './people-import-queries.server.ts'

export type CheckedFile = { ignored: string[] } & (
  | { faults: RowFault[]; importId?: undefined }
  | { faults?: undefined; importId: number }
)

/**
 * Reads a file of people and keeps it for a day when there is nothing wrong with it; changes nobody. With faults nothing
 * is kept: every one of them comes back with its line.
 */
export async function checkImport(db: Db, actor: Actor, bytes: Uint8Array): Promise<CheckedFile> {
  authorize(actor, 'person.import')
  const { rows, ignored } = await readTable(bytes, peopleImportColumns, 'file')
  const { people, faults } = checkPeopleImport(rows, await listKnownOrganisations(db), today())
  const plan = planImport(people, await findKnown(db, people))
  const all = [...faults, ...plan.faults].sort((one, other) => one.line - other.line)
  if (all.length > 0) return { faults: all, ignored }
  const { id } = await db
    .insertInto('peopleImport')
    .values({ createdBy: actor.personId, createdAt: now(), rows: JSON.stringify(people) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { importId: id, ignored }
}
