import ExcelJS from 'exceljs'
import { dayOf, now } from '#app/platform/clock.ts'
import { timeOf } from '#app/platform/dates.ts'
import type { Cell, Column, Spreadsheet } from './spreadsheet.ts'

const formats: Record<Column['kind'], string> = {
  // Text stays text, also when somebody edits the cell.
  text: '@',
  number: 'General',
  day: 'dd-mm-yyyy',
  instant: 'dd-mm-yyyy hh:mm',
  boolean: '@',
}
const narrowest = 10
const widest = 60

/** An Excel workbook of one sheet: head bold and frozen, dates as dates, text as text and never a formula. */
export async function writeXlsx({ name, columns, rows, demo }: Spreadsheet): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook()
  workbook.creator = 'Bijblijven'
  workbook.created = now()
  workbook.title = demo ? `VOORBEELD ${name}` : name
  const sheet = workbook.addWorksheet(sheetName(name), {
    views: [{ state: 'frozen', ySplit: 1 }],
    ...(demo && { headerFooter: { oddHeader: 'VOORBEELD' } }),
  })
  sheet.columns = columns.map((column) => ({
    key: column.key,
    width: widthOf(column, rows),
    style: { numFmt: formats[column.kind], alignment: { vertical: 'top' } },
  }))
  const head = sheet.addRow(columns.map((column) => text(column.title)))
  head.font = { bold: true }
  head.numFmt = '@'
  for (const row of rows) sheet.addRow(columns.map((column) => written(row[column.key], column)))
  if (columns.length > 0) {
    sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: rows.length + 1, column: columns.length } }
  }
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

function written(value: Cell, { kind }: Column): string | number | Date | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'boolean') return value ? 'ja' : 'nee'
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  // A spreadsheet knows no time zones: it gets what the clocks in Amsterdam show.
  if (value instanceof Date) return wallClock(dayOf(value), kind === 'day' ? '00:00' : timeOf(value))
  if (kind === 'day' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return wallClock(value, '00:00')
  return text(value)
}

const wallClock = (day: string, time: string) => new Date(`${day}T${time}:00Z`)

/** What XML cannot hold is left out, and no cell holds more than Excel allows. */
function text(value: string): string {
  return value
    .toWellFormed()
    .replace(/[^\P{Cc}\n\t]|[\uFFFE\uFFFF]/gu, '')
    .slice(0, 32_767)
    .toWellFormed()
}

function widthOf({ key, title, kind }: Column, rows: Spreadsheet['rows']): number {
  if (kind === 'day') return Math.max(12, title.length + 4)
  if (kind === 'instant') return Math.max(17, title.length + 4)
  const lengths = rows.slice(0, 500).map((row) => String(row[key] ?? '').length)
  return Math.min(widest, Math.max(narrowest, title.length + 4, ...lengths.map((length) => length + 2)))
}

/** Excel allows 31 characters, without a few signs. */
function sheetName(name: string): string {
  return (
    name
      .replace(/[\p{Cc}*?:/\\[\]]/gu, ' ')
      .replace(/^'+|'+$/g, '')
      .trim()
      .slice(0, 31) || 'Blad'
  )
}
