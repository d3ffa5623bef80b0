import { parseMinutes, parsePastDay, visible } from '#app/features/people/list-cells.ts'
import {
  type CellOf,
  type Complain,
  type ListedWho,
  readSchools,
  readWho,
  whoColumns,
} from '#app/features/people/list-who.ts'
import type { RowFault, TableLimits, TypedRow, WantedColumn } from '#app/platform/spreadsheet/table-rows.ts'
import { megabyte } from '#app/platform/spreadsheet/table-rows.ts'
import { shown } from '#app/platform/spreadsheet/typed-cell.ts'
import { formatNumber } from '#app/ui/format.ts'

/** The columns of a list of past attendance; the first name of each is the one we ask for. */
export const historyColumns: WantedColumn[] = [
  ...whoColumns,
  {
    key: 'heldOn',
    names: ['datum', 'dag', 'datum bijeenkomst', 'cursusdatum', 'begindatum'],
    required: true,
  },
  {
    key: 'title',
    names: ['titel', 'scholing', 'cursus', 'training', 'workshop', 'activiteit', 'onderwerp', 'naam cursus'],
    required: true,
  },
  {
    key: 'hours',
    names: ['uren', 'uur', 'aantal uren', 'aantal uur', 'duur', 'tijd', 'studie-uren'],
    required: true,
  },
  { key: 'project', names: ['project', 'projectnummer', 'project nummer', 'deelproject'] },
]

export const historyLimits: TableLimits = { bytes: 10 * megabyte, rows: 25_000, columns: 100 }

/** Before this day nobody kept a list. */
const firstDay = '1990-01-01'
const mostHours = 100

/** One row that can be taken over: who was where, when, how long. */
export type PastRow = ListedWho & {
  line: number
  organisationId: number | null
  heldOn: string
  title: string
  minutes: number
  projectNumber: number | null
}

export type KnownNames = {
  organisations: { id: number; name: string; town: string }[]
  projects: readonly number[]
}

/**
 * Checks the rows of a list of past attendance; reads and changes nothing. Every fault says its line and how to mend
 * it; a school that nobody knows is said once, with all its lines.
 */
export function checkHistory(
  rows: TypedRow[],
  known: KnownNames,
  today: string,
): { rows: PastRow[]; faults: RowFault[] } {
  const schools = readSchools(known.organisations)
  const projects = new Set(known.projects)
  const faults: RowFault[] = []
  const found: PastRow[] = []
  for (const row of rows) {
    const before = faults.length
    const fault = (message: string) => void faults.push({ line: row.line, message })
    if (row.fault) fault(row.fault)
    const cell = (key: string) => visible(row.values[key] ?? '')
    const who = readWho(cell, fault)
    const school = schools.read(row.line, cell, fault)
    const what = checkWhat(cell, fault, today)
    const project = cell('project')
      ? Number(/^(?:project ?)?0*(\d{1,3})\b/i.exec(cell('project'))?.[1])
      : null
    if (project !== null && !projects.has(project)) {
      fault(`Het project ‘${shown(cell('project'))}’ kennen we niet. Vul het nummer in, of niets.`)
    }
    if (faults.length > before || !who || !what || !school) continue
    found.push({
      line: row.line,
      ...who,
      ...school,
      ...what,
      projectNumber: project,
    })
  }
  return { rows: found, faults: [...faults, ...schools.faults()].sort((one, other) => one.line - other.line) }
}

function checkWhat(
  cell: CellOf,
  fault: Complain,
  today: string,
): Pick<PastRow, 'heldOn' | 'title' | 'minutes'> | undefined {
  const heldOn = parsePastDay(cell('heldOn'))
  const dayFits = heldOn !== undefined && heldOn >= firstDay && heldOn <= today
  if (!cell('heldOn')) fault('De datum ontbreekt.')
  else if (!heldOn) fault(`‘${shown(cell('heldOn'))}’ is geen datum. Typ die als 3-12-2024.`)
  else if (heldOn > today)
    fault(`‘${shown(cell('heldOn'))}’ moet nog komen. Neem alleen over wat geweest is.`)
  else if (heldOn < firstDay) fault(`‘${shown(cell('heldOn'))}’ is van vóór 1990. Verbeter het jaar.`)
  const title = cell('title')
  if (!title) fault('De titel ontbreekt.')
  else if (title.length > 200) fault('De titel is langer dan 200 tekens.')
  const minutes = parseMinutes(cell('hours'))
  const timeFits = minutes !== undefined && minutes > 0 && minutes <= mostHours * 60
  if (!cell('hours')) fault('Het aantal uren ontbreekt.')
  else if (minutes === undefined)
    fault(`‘${shown(cell('hours'))}’ is geen aantal uren. Typ 2,5 of 2:30 of 150 min.`)
  else if (minutes <= 0) fault('Het aantal uren is nul. Laat de regel weg, of verbeter hem.')
  else if (!timeFits) {
    fault(
      `Meer dan ${formatNumber(mostHours)} uur kan niet in één regel. Bedoel je minuten, typ dan ‘150 min’.`,
    )
  }
  return dayFits && timeFits && title && title.length <= 200 ? { heldOn, title, minutes } : undefined
}
