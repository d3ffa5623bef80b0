import { CsvError, parse } from 'csv-parse/sync'
import {
  type Line,
  type Refuse,
  refusing,
  rowsOf,
  type TableLimits,
  type TypedTable,
  tooLarge,
  tooManyColumns,
  tooManyRows,
  usualLimits,
  type WantedColumn,
} from './table-rows.ts'

/** Reads a CSV as people have them: `;` or `,`, UTF-8 or Windows-1252. Throws a `Refusal` that says how to mend it. */
export function readCsv(
  bytes: Uint8Array,
  wanted: WantedColumn[],
  field?: string,
  limits: TableLimits = usualLimits,
): TypedTable {
  const refuse = refusing(field)
  if (bytes.byteLength > limits.bytes) throw refuse(tooLarge(limits))
  const text = decode(bytes)
  if (text.includes('\0'))
    throw refuse('Dit is geen CSV-bestand. Sla je lijst op als CSV en kies dat bestand.')
  return rowsOf(parsed(text, limits, refuse), wanted, limits, refuse)
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

function parsed(text: string, limits: TableLimits, refuse: Refuse): Line[] {
  // Empty lines count here; a file of nothing else must not fill the memory.
  const mostLines = 4 * limits.rows
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
    if (records.length >= mostLines) throw refuse(tooManyRows(limits))
    const found: Line[] = []
    let line = told ? 2 : 1
    for (const { record, raw } of records) {
      if (record.length > limits.columns) throw refuse(tooManyColumns(limits))
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
