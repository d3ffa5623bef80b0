import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { today } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { theRegion } from '#app/platform/region.server.ts'
import type { Cell, Column, Spreadsheet } from '#app/platform/spreadsheet/spreadsheet.ts'
import { formatNumber } from '#app/ui/format.ts'
import type { Db } from '#db/client.server.ts'
import { type ExportListName, type ExportPeriod, exportMost } from './export-list.ts'
import { listForExport } from './export-queries.server.ts'

/** A list as a table to take along. Who took which list, and how much of it, stands in the journal. */
export async function exportFile(
  db: Db,
  actor: Actor,
  name: ExportListName,
  period: ExportPeriod,
): Promise<Spreadsheet> {
  authorize(actor, 'list.export')
  return finishFile(db, actor, name, await listForExport(db, name, period), { list: name, ...period })
}

/** The table as a file: with its day in the name, what was left out said below it, and a line in the journal. */
export async function finishFile(
  db: Db,
  actor: Actor,
  name: string,
  { columns, rows, cut }: { columns: Column[]; rows: Record<string, Cell>[]; cut: boolean },
  details: Record<string, unknown>,
): Promise<Spreadsheet> {
  await note(
    db,
    actor,
    'list.export',
    { type: 'list' },
    { details: { list: name, rows: rows.length, ...details } },
  )
  const first = columns[0]?.key ?? ''
  if (cut) rows.push({ [first]: cutText })
  const { demo } = await theRegion(db)
  if (demo) rows.push({ [first]: demoText })
  return { name: `${name}-${today()}`, columns, rows, demo }
}

const demoText = 'VOORBEELD: deze lijst komt uit een demonstratie. De mensen en bewijzen zijn verzonnen.'
const cutText = `Let op: dit zijn de eerste ${formatNumber(exportMost)} rijen. Kies een kortere periode voor de andere.`
