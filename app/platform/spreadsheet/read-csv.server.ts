import { CsvError, parse } from 'csv-parse/sync'
import { Refusal } from '#app/platform/refusal.ts'
import { looksGuarded } from './write-csv.server.ts'

/** A column we look for: by any of `names`, whatever their capitals, accents and hyphens. */
export type WantedColumn = { key: string; names: [string, ...string[]]; required?: boolean }

/** A row as it was typed; `line` is where it starts in the file. `fault` says what is wrong with its shape. */
export type CsvRow = { line: number; values: Record<string, string>; fault?: string }

export type ReadCsv = { rows: CsvRow[]; ignored: string[] }

const csvLimits = { bytes: 2 * 1024 * 1024, rows: 5_000, columns: 100 }

const tooMany = 'Er staan meer dan 5.000 rijen in het bestand. Verdeel het over meer bestanden.'
/** Empty lines count here; a file of nothing else must not fill the memory. */
const mostLines = 4 * csvLimits.rows

/** Reads a CSV as people have them: `;` or `,`, UTF-8 or Windows-1252. Throws a `Refusal` that says how to mend it. */
export function readCsv(bytes: Uint8Array, wanted: WantedColumn[], field?: string): ReadCsv {
  const refuse = (message: string) => new Refusal(message, field)
  if (bytes.byteLength > csvLimits.bytes) {
    throw refuse('Het bestand is groter dan 2 MB. Verdeel het over meer bestanden.')
  }
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    throw refuse('Dit is een Excel-bestand. Sla het in Excel op als CSV en kies dat bestand.')
  }
  const text = decode(bytes)
  if (text.includes('\0'))
    throw refuse('Dit is geen CSV-bestand. Sla je lijst op als CSV en kies dat bestand.')
  const records = parsed(text, refuse)
  const [head, ...body] = records
  if (!head || body.length === 0) {
    throw refuse('Er staan geen rijen in het bestand. Zet op de eerste regel de namen van de kolommen.')
  }
  if (body.length > csvLimits.rows) {
    throw refuse(tooMany)
  }
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

/** UTF-8 where every byte is; otherwise what older spreadsheets write. */
function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

type Refuse = (message: string) => Refusal
type Line = { line: number; cells: string[] }

function parsed(text: string, refuse: Refuse): Line[] {
  // Excel's own way to say which sign it uses; a line, so that the numbers below stay right.
  const told = /^sep=(.)\r?\n/i.exec(text)
  const lines = told ? text.slice(told[0].length) : text
  try {
    const records = parse(lines, {
      delimiter: told?.[1] ?? delimiterOf(lines),
      info: true,
      raw: true,
      relax_column_count: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      max_record_size: 100_000,
      to: mostLines,
    }) as unknown as { record: string[]; raw: string; info: { lines: number } }[]
    if (records.length >= mostLines) throw refuse(tooMany)
    const found: Line[] = []
    let line = told ? 2 : 1
    for (const { record, raw } of records) {
      if (record.length > csvLimits.columns) throw refuse('Het bestand heeft meer dan 100 kolommen.')
      if (record.some((cell) => cell.trim() !== '')) found.push({ line, cells: record })
      line += raw.match(/\r\n|\n|\r/g)?.length ?? 0
    }
    return found
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = Number(error.lines ?? 1) + (told ? 1 : 0)
    throw refuse(
      error.code === 'CSV_MAX_RECORD_SIZE'
        ? `Regel ${line} is te lang. Misschien mist er een aanhalingsteken.`
        : `Bij regel ${line} klopt een aanhalingsteken (") niet: het gaat niet open of niet dicht.`,
    )
  }
}

/** The sign that stands most often in the first line, outside quotes. */
function delimiterOf(text: string): ';' | ',' {
  const line = (/^\s*([^\r\n]*)/.exec(text)?.[1] ?? '').replace(/"[^"]*"/g, '')
  const count = (sign: string) => line.split(sign).length
  return count(',') > count(';') ? ',' : ';'
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
