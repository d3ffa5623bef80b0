import { stringify } from 'csv-stringify/sync'
import { dayOf } from '#app/platform/clock.ts'
import { timeOf } from '#app/platform/dates.ts'
import type { Cell, Column, Spreadsheet } from './spreadsheet.ts'
import { looksGuarded } from './table-rows.ts'

/** CSV as a Dutch spreadsheet opens it: `;` between, a byte order mark, CRLF, and no cell that runs. */
export function writeCsv({ columns, rows }: Spreadsheet): Buffer {
  const records = [
    columns.map((column) => guarded(column.title)),
    ...rows.map((row) => columns.map((column) => written(row[column.key], column))),
  ]
  const text = stringify(records, {
    bom: true,
    delimiter: ';',
    record_delimiter: 'windows',
    // Quoted even where `;` would not ask for it: whoever opens it with commas must not get a cell cut in two.
    quoted_string: true,
  })
  return Buffer.from(text)
}

function written(value: Cell, { kind }: Column): string | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'boolean') return value ? 'ja' : 'nee'
  if (value instanceof Date) return kind === 'day' ? dayOf(value) : `${dayOf(value)} ${timeOf(value)}`
  if (typeof value === 'number') return Number.isFinite(value) ? String(value).replace('.', ',') : null
  return guarded(value)
}

/**
 * A spreadsheet runs what starts with = + - @, also full-width or behind white space, and eats the plus and the
 * zeros that telephone numbers and codes start with. An apostrophe in front keeps it text; `rowsOf` takes it off.
 */
function guarded(text: string): string {
  return runs.test(text) || looksNumeric.test(text) || looksGuarded.test(text) ? `'${text}` : text
}

const runs = /^(?:[\t\r\n]|[\s\p{Cf}]*[=+\-@＝＋－＠﹢﹣−﹦﹫])/u
const looksNumeric = /^(?:0\d[\d\s]*|\d{12,})$/
