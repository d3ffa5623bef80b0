import { Refusal } from '#app/platform/refusal.ts'

/** A column we look for: by any of `names`, whatever their capitals, accents and hyphens. */
export type WantedColumn = { key: string; names: [string, ...string[]]; required?: boolean }

/** A row as it was typed; `line` is where it starts in the file. `fault` says what is wrong with its shape. */
export type TypedRow = { line: number; values: Record<string, string>; fault?: string }

/** What is wrong with a line of a file, and how to mend it. */
export type RowFault = { line: number; message: string }

/** What stands in the columns that were wanted, and the titles of those that were not. */
export type TypedTable = { rows: TypedRow[]; ignored: string[] }

/** The cells of a file, line by line, before anybody asked for columns. */
export type Line = { line: number; cells: string[] }

/** How large a file may be. */
export type TableLimits = { bytes: number; rows: number; columns: number }
export const megabyte = 1024 * 1024
export const usualLimits: TableLimits = { bytes: 2 * megabyte, rows: 5_000, columns: 100 }

export type Refuse = (message: string) => Refusal
export const refusing =
  (field?: string): Refuse =>
  (message) =>
    new Refusal(message, field)

export const tooManyRows = ({ rows }: TableLimits) =>
  `Er staan meer dan ${rows.toLocaleString('nl-NL')} rijen in het bestand. Verdeel het over meer bestanden.`
export const tooLarge = ({ bytes }: TableLimits) =>
  `Het bestand is groter dan ${bytes / megabyte} MB. Verdeel het over meer bestanden.`
export const tooManyColumns = ({ columns }: TableLimits) => `Het bestand heeft meer dan ${columns} kolommen.`

/** The wanted columns of these lines, of which the first names the columns. */
export function rowsOf(
  [head, ...body]: Line[],
  wanted: WantedColumn[],
  limits: TableLimits,
  refuse: Refuse,
): TypedTable {
  if (!head || body.length === 0) {
    throw refuse('Er staan geen rijen in het bestand. Zet op de eerste regel de namen van de kolommen.')
  }
  if (body.length > limits.rows) throw refuse(tooManyRows(limits))
  const { places, ignored } = matched(head.cells, wanted, refuse)
  const rows = body.map(({ line, cells }) => {
    const values: Record<string, string> = {}
    for (const [key, place] of places) values[key] = plain(cells[place] ?? '')
    const surplus = cells.slice(head.cells.length).some((cell) => cell.trim() !== '')
    return surplus
      ? { line, values, fault: 'Deze regel heeft meer cellen dan er kolommen zijn.' }
      : { line, values }
  })
  return { rows, ignored }
}

function matched(head: string[], wanted: WantedColumn[], refuse: Refuse) {
  const places = new Map<string, number>()
  const ignored: string[] = []
  for (const [place, title] of head.entries()) {
    const column = wanted.find(({ names }) => names.some((name) => bare(name) === bare(title)))
    if (!column) {
      if (title.trim()) ignored.push(title.trim())
    } else if (places.has(column.key)) {
      throw refuse(`De kolom ‘${column.names[0]}’ staat er twee keer in.`)
    } else places.set(column.key, place)
  }
  const missing = wanted
    .filter(({ key, required }) => required && !places.has(key))
    .map(({ names }) => names[0])
  if (missing.length > 0) {
    const list = missing.map((name) => `‘${name}’`).join(', ')
    throw refuse(
      missing.length === 1
        ? `De kolom ${list} staat niet in het bestand.`
        : `Deze kolommen staan niet in het bestand: ${list}.`,
    )
  }
  return { places, ignored }
}

const bare = (name: string) =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')

/** Without the apostrophe that keeps a spreadsheet from running or rounding a cell. */
const plain = (cell: string) => cell.replace(looksGuarded, '').trim().normalize('NFC')

/** What reading would take for guarded gets one more when it is written, so that it comes back exactly; 's-Gravenhage is left alone. */
export const looksGuarded = /^'(?=[\d=+\-@'\s\p{Cf}＝＋－＠﹢﹣−﹦﹫])/u
