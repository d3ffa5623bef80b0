import { parsePastDay, visible } from '#app/features/people/list-cells.ts'
import {
  type CellOf,
  type Complain,
  type ListedWho,
  readSchools,
  readWho,
  whoColumns,
} from '#app/features/people/list-who.ts'
import { bare, type NamedOrganisation } from '#app/features/people/organisation-names.ts'
import {
  megabyte,
  type RowFault,
  type TableLimits,
  type TypedRow,
  type WantedColumn,
} from '#app/platform/spreadsheet/table-rows.ts'
import { shown } from '#app/platform/spreadsheet/typed-cell.ts'
import { earliestIssue, latestEnd } from './paper-bounds.ts'

/** The columns of a school's list of papers; the first name of each is the one we ask for. */
export const paperColumns: WantedColumn[] = [
  ...whoColumns,
  {
    key: 'type',
    names: ['soort', 'bewijs', 'certificaat', 'soort bewijs', 'diploma', 'kwalificatie'],
    required: true,
  },
  { key: 'scope', names: ['waarvoor', 'type machine', 'categorie', 'omschrijving'] },
  { key: 'number', names: ['nummer', 'registernummer', 'certificaatnummer', 'diplomanummer'] },
  {
    key: 'issuedOn',
    names: ['afgegeven', 'afgegeven op', 'datum', 'behaald', 'behaald op', 'datum afgifte', 'afgiftedatum'],
    required: true,
  },
  {
    key: 'validUntil',
    names: ['geldig tot', 'geldig tot en met', 'verloopt', 'verloopt op', 'vervaldatum', 'einddatum'],
  },
  { key: 'issuer', names: ['afgegeven door', 'opleider', 'uitgever', 'instituut'] },
]

export const paperListLimits: TableLimits = { bytes: 5 * megabyte, rows: 10_000, columns: 100 }

/** One row that can be put in a dossier, as soon as it is known whose. */
export type ListedPaper = ListedWho & {
  line: number
  organisationId: number | null
  typeCode: string
  scope: string | null
  number: string | null
  issuedOn: string
  /** Null: by the term of its type. */
  validUntil: string | null
  issuer: string | null
}

export type KnownType = {
  code: string
  title: string
  scopeLabel: string | null
  registerNumberIsProof: boolean
}

/**
 * Checks the rows of a list of papers; reads and changes nothing. Every fault says its line and how to mend it; a school
 * or a sort that nobody knows is said once, with all its lines.
 */
export function checkPaperList(
  rows: readonly TypedRow[],
  known: { organisations: readonly NamedOrganisation[]; types: readonly KnownType[] },
  today: string,
): { papers: ListedPaper[]; faults: RowFault[] } {
  const schools = readSchools(known.organisations)
  const types = typesByName(known.types)
  const faults: RowFault[] = []
  const papers: ListedPaper[] = []
  for (const row of rows) {
    const before = faults.length
    const fault = (message: string) => void faults.push({ line: row.line, message })
    if (row.fault) fault(row.fault)
    const cell = (key: string) => visible(row.values[key] ?? '')
    const who = readWho(cell, fault)
    const school = schools.read(row.line, cell, fault)
    const type = types.find(cell('type'))
    if (!type) {
      fault(
        cell('type')
          ? `De soort ‘${shown(cell('type'))}’ kennen we niet. Gebruik de naam of de code, zoals BHV of NEN3140-VOP.`
          : 'De soort ontbreekt.',
      )
    }
    const days = readDays(cell, fault, today)
    const facts = type && readFacts(cell, fault, type)
    if (faults.length > before || !who || !school || !type || !days || !facts) continue
    papers.push({ line: row.line, ...who, ...school, typeCode: type.code, ...facts, ...days })
  }
  return { papers, faults: [...faults, ...schools.faults()].sort((one, other) => one.line - other.line) }
}

/** By code, by title, by what stands before or between its brackets: B-VCA, BHV, Heftruckcertificaat. */
function typesByName(types: readonly KnownType[]) {
  const named = new Map<string, KnownType | null>()
  const add = (name: string | undefined, type: KnownType) => {
    const key = bare(name ?? '')
    // What two sorts are called is no name of either.
    if (key) named.set(key, named.has(key) && named.get(key)?.code !== type.code ? null : type)
  }
  for (const type of types) {
    const [, before, between] = /^(.*?)\s*\((.*)\)$/.exec(type.title) ?? []
    for (const name of [before, between]) add(name, type)
  }
  for (const type of types) {
    named.set(bare(type.code), type)
    named.set(bare(type.title), type)
  }
  return { find: (typed: string) => named.get(bare(typed)) ?? undefined }
}

function readDays(
  cell: CellOf,
  fault: Complain,
  today: string,
): Pick<ListedPaper, 'issuedOn' | 'validUntil'> | undefined {
  const issuedOn = parsePastDay(cell('issuedOn'))
  if (!cell('issuedOn')) fault('De dag van afgifte ontbreekt.')
  else if (!issuedOn) fault(`‘${shown(cell('issuedOn'))}’ is geen datum. Typ die als 3-12-2024.`)
  else if (issuedOn > today) fault(`De dag van afgifte (${shown(cell('issuedOn'))}) moet nog komen.`)
  else if (issuedOn < earliestIssue)
    fault(`‘${shown(cell('issuedOn'))}’ is te lang geleden. Verbeter het jaar.`)
  const typed = cell('validUntil')
  const validUntil = typed ? parsePastDay(typed) : null
  if (validUntil === undefined)
    fault(`‘${shown(typed)}’ is geen datum. Typ die als 3-12-2027, of laat het leeg.`)
  else if (validUntil && issuedOn && validUntil < issuedOn)
    fault('De laatste dag ligt voor de dag van afgifte.')
  else if (validUntil && validUntil > latestEnd(today))
    fault(`‘${shown(typed)}’ is te ver weg. Verbeter het jaar.`)
  return issuedOn && validUntil !== undefined ? { issuedOn, validUntil } : undefined
}

function readFacts(
  cell: CellOf,
  fault: Complain,
  type: KnownType,
): Pick<ListedPaper, 'scope' | 'number' | 'issuer'> {
  const limit = (key: string, what: string, most: number) => {
    if (cell(key).length > most) fault(`${what} is langer dan ${most} tekens.`)
    return cell(key) || null
  }
  const scope = type.scopeLabel ? limit('scope', 'Waarvoor het geldt', 100) : null
  if (type.scopeLabel && !scope) fault(`Bij ${type.title} hoort waarvoor het geldt: ${type.scopeLabel}.`)
  const number = limit('number', 'Het nummer', 60)
  if (type.registerNumberIsProof && !number) fault(`Bij ${type.title} hoort het nummer in het register.`)
  return { scope, number, issuer: limit('issuer', 'Wie het afgaf', 120) }
}
