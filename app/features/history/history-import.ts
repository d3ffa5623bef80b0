import { organisationsByName } from '#app/features/people/organisation-names.ts'
import type { RowFault, TableLimits, TypedRow, WantedColumn } from '#app/platform/spreadsheet/table-rows.ts'
import { megabyte } from '#app/platform/spreadsheet/table-rows.ts'
import { looksLikeAddress, shown } from '#app/platform/spreadsheet/typed-cell.ts'
import { formatCount, formatNumber } from '#app/ui/format.ts'
import { nameKey, parseMinutes, parsePastDay, splitName, visible } from './history-cells.ts'

/** The columns of a list of past attendance; the first name of each is the one we ask for. */
export const historyColumns: WantedColumn[] = [
  { key: 'name', names: ['naam', 'deelnemer', 'docent', 'medewerker', 'volledige naam'] },
  { key: 'givenName', names: ['voornaam', 'roepnaam'] },
  { key: 'prefix', names: ['tussenvoegsel', 'tussenvoegsels', 'tv'] },
  { key: 'familyName', names: ['achternaam', 'familienaam'] },
  { key: 'address', names: ['e-mailadres', 'e-mail', 'mailadres', 'mail', 'emailadres deelnemer'] },
  { key: 'school', names: ['school', 'organisatie', 'bedrijf', 'instelling', 'werkgever'] },
  { key: 'town', names: ['plaats', 'vestigingsplaats', 'woonplaats school'] },
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
export type PastRow = {
  line: number
  name: { givenName: string; familyName: string } | null
  nameKey: string
  address: string | null
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
  const schools = organisationsByName(known.organisations)
  const projects = new Set(known.projects)
  const faults: RowFault[] = []
  const unknownSchools = new Map<string, { line: number; typed: string; count: number }>()
  const found: PastRow[] = []
  for (const row of rows) {
    const before = faults.length
    const fault = (message: string) => void faults.push({ line: row.line, message })
    if (row.fault) fault(row.fault)
    const cell = (key: string) => visible(row.values[key] ?? '')
    const who = checkWho(cell, fault)
    const school = schools.find(cell('school'), cell('town'))
    if (school === 'unknown') {
      const typed = [cell('school'), cell('town')].filter(Boolean).join(', ')
      const same = unknownSchools.get(typed.toLowerCase())
      if (same) same.count++
      else unknownSchools.set(typed.toLowerCase(), { line: row.line, typed, count: 1 })
    } else if (school === 'many') {
      fault(`Er zijn meer scholen die ‘${shown(cell('school'))}’ heten. Zet de plaats erachter.`)
    }
    const what = checkWhat(cell, fault, today)
    const project = cell('project')
      ? Number(/^(?:project ?)?0*(\d{1,3})\b/i.exec(cell('project'))?.[1])
      : null
    if (project !== null && !projects.has(project)) {
      fault(`Het project ‘${shown(cell('project'))}’ kennen we niet. Vul het nummer in, of niets.`)
    }
    if (faults.length > before || !who || !what || school === 'unknown' || school === 'many') continue
    found.push({
      line: row.line,
      ...who,
      organisationId: school?.id ?? null,
      ...what,
      projectNumber: project,
    })
  }
  for (const { line, typed, count } of unknownSchools.values()) {
    const times = count > 1 ? `, hier en op nog ${formatCount(count - 1, 'regel', 'regels')}` : ''
    const alike = schools.alike(typed)
    const hint = alike
      ? `Bedoel je ‘${alike.name}’ in ${alike.town}?`
      : 'Voeg die eerst toe, of verbeter de naam.'
    faults.push({ line, message: `De school ‘${shown(typed)}’ kennen we niet${times}. ${hint}` })
  }
  return { rows: found, faults: faults.sort((one, other) => one.line - other.line) }
}

type CellOf = (key: string) => string
type Complain = (message: string) => void

function checkWho(cell: CellOf, fault: Complain): Pick<PastRow, 'name' | 'nameKey' | 'address'> | undefined {
  const address =
    cell('address')
      .toLowerCase()
      .replace(/^mailto:/, '') || null
  if (address && !looksLikeAddress(address)) {
    fault(`‘${shown(address)}’ is geen e-mailadres. Verbeter het, of laat het leeg.`)
    return undefined
  }
  const typed =
    cell('name') || [cell('givenName'), cell('prefix'), cell('familyName')].filter(Boolean).join(' ')
  if (!typed && !address) {
    fault('Er staat niet wie het was. Vul een naam of een e-mailadres in.')
    return undefined
  }
  if (!typed) return { name: null, nameKey: '', address }
  const name =
    cell('givenName') && cell('familyName') && !cell('name')
      ? { givenName: cell('givenName'), familyName: `${cell('prefix')} ${cell('familyName')}`.trim() }
      : splitName(typed)
  const key = name ? nameKey(`${name.givenName} ${name.familyName}`) : ''
  if (!name || !key.includes(' ')) {
    fault(`Van ‘${shown(typed)}’ ontbreekt de voornaam of de achternaam.`)
    return undefined
  }
  if (name.givenName.length > 100 || name.familyName.length > 100) {
    fault('De naam is langer dan 100 tekens.')
    return undefined
  }
  return { name, nameKey: key, address }
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
