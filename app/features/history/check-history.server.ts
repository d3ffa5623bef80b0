import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { visible } from '#app/features/people/list-cells.ts'
import { now, today } from '#app/platform/clock.ts'
import { readTable } from '#app/platform/spreadsheet/read-table.server.ts'
import type { RowFault } from '#app/platform/spreadsheet/table-rows.ts'
import type { Db } from '#db/client.server.ts'
import {
  checkHistory,
  historyColumns,
  historyLimits,
  type KnownNames,
  type PastRow,
} from './history-import.ts'
import { type HistoryPlan, planHistory } from './history-plan.ts'
import { findKnownPeople, type HistoryPreview, listKnownNames } from './history-queries.server.ts'

export type CheckedHistory =
  | { outcome: 'faults'; faults: RowFault[]; ignored: string[] }
  | { outcome: 'nothing new'; rows: number }
  | { outcome: 'checked'; importId: number; ignored: string[] }

/**
 * Reads a list of past attendance and keeps it for a day when there is nothing wrong with it; changes nobody. With
 * faults nothing is kept: every one of them comes back with its line.
 */
export async function checkHistoryFile(
  db: Db,
  actor: Actor,
  file: { bytes: Uint8Array; name: string },
): Promise<CheckedHistory> {
  authorize(actor, 'history.import')
  const { rows: typed, ignored } = await readTable(file.bytes, historyColumns, 'file', historyLimits)
  const names = await listKnownNames(db)
  const { rows, faults } = checkHistory(typed, names, today())
  const plan = planHistory(rows, await findKnownPeople(db, rows))
  const all = [...faults, ...plan.faults].sort((one, other) => one.line - other.line)
  if (all.length > 0) return { outcome: 'faults', faults: all, ignored }
  if (plan.rows.length === 0) return { outcome: 'nothing new', rows: rows.length }
  const { id } = await db
    .insertInto('historyImport')
    .values({
      createdBy: actor.personId,
      createdAt: now(),
      fileName: visible(file.name).slice(0, 200).toWellFormed() || 'lijst',
      rows: JSON.stringify(rows),
      preview: JSON.stringify(previewOf(rows, plan, names)),
      rowCount: plan.rows.length,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { outcome: 'checked', importId: id, ignored }
}

const rowsShown = 50
const newPeopleShown = 500

function previewOf(rows: readonly PastRow[], plan: HistoryPlan, names: KnownNames): HistoryPreview {
  const schools = new Map(names.organisations.map(({ id, name }) => [id, name]))
  const nameOf = (row: PastRow) => (row.name ? `${row.name.givenName} ${row.name.familyName}` : null)
  const days = plan.rows.map(({ heldOn }) => heldOn).sort()
  const knownPeople = new Set(plan.rows.map(({ who }) => ('personId' in who ? who.personId : 0)))
  knownPeople.delete(0)
  return {
    counts: {
      rows: rows.length,
      add: plan.rows.length,
      known: plan.known.length,
      minutes: plan.rows.reduce((sum, { minutes }) => sum + minutes, 0),
      knownPeople: knownPeople.size,
      newPeople: plan.newPeople.length,
      schools: new Set(plan.rows.flatMap(({ organisationId }) => organisationId ?? [])).size,
      firstDay: days[0] ?? '',
      lastDay: days.at(-1) ?? '',
    },
    rows: plan.rows.slice(0, rowsShown).map((row) => {
      const written = nameOf(row)
      const known = 'personId' in row.who ? row.who.name : null
      return {
        line: row.line,
        name: written ?? known ?? '',
        knownAs: known && written && known !== written ? known : null,
        isNew: known === null,
        organisation: schools.get(row.organisationId ?? 0) ?? null,
        heldOn: row.heldOn,
        title: row.title,
        minutes: row.minutes,
        projectNumber: row.projectNumber,
      }
    }),
    newPeople: plan.newPeople.slice(0, newPeopleShown).map((person) => ({
      line: person.line,
      name: `${person.givenName} ${person.familyName}`,
      address: person.address,
      organisation: schools.get(person.organisationId ?? 0) ?? null,
    })),
  }
}
