import ExcelJS from 'exceljs'
import { BadZip, unzipWithin, type ZipEntry } from './bounded-zip.server.ts'
import {
  type Line,
  megabyte,
  type Refuse,
  refusing,
  rowsOf,
  type TableLimits,
  type TypedTable,
  tooLarge,
  tooManyColumns,
  tooManyRows,
  type WantedColumn,
} from './table-rows.ts'

/** Much more than a list within the limits of its rows needs, and no more than memory bears. */
const unpacked = { bytes: 80 * megabyte, entries: 300 }
const mostCells = 500_000

/** What we do not need of a sheet. Some of it takes minutes when somebody marked whole columns. */
const ignoreNodes = [
  ...['sheetPr', 'dimension', 'sheetViews', 'sheetFormatPr', 'cols', 'autoFilter', 'mergeCells', 'rowBreaks'],
  ...['conditionalFormatting', 'dataValidations', 'pageMargins', 'printOptions', 'picture', 'pageSetup'],
  ...['headerFooter', 'drawing', 'sheetProtection', 'tableParts', 'extLst', 'legacyDrawing'],
]

/**
 * Reads the first sheet of an Excel file, each cell as the text somebody would type: a day as 2026-12-03, a duration as
 * 2:30, a formula as what it came to. Bounded before anything is believed. Throws a `Refusal` that says how to mend it.
 */
export async function readXlsx(
  bytes: Uint8Array,
  wanted: WantedColumn[],
  field: string | undefined,
  limits: TableLimits,
): Promise<TypedTable> {
  const refuse = refusing(field)
  if (bytes.byteLength > limits.bytes) throw refuse(tooLarge(limits))
  refuseWhatIsTooMuch(await entriesWithin(bytes, refuse), limits, refuse)
  const sheet = await firstSheet(bytes, refuse)
  const lines: Line[] = []
  sheet.eachRow((row, line) => {
    if (row.cellCount > limits.columns && row.actualCellCount > limits.columns) {
      throw refuse(tooManyColumns(limits))
    }
    const cells = Array.from({ length: Math.min(row.cellCount, limits.columns) }, (_, index) =>
      typed(row.getCell(index + 1).value),
    )
    if (cells.some((cell) => cell.trim() !== '')) lines.push({ line, cells })
  })
  return rowsOf(lines, wanted, limits, refuse)
}

const unreadable =
  'Dit bestand kunnen we niet lezen. Sla je lijst op als Excel (.xlsx) of als CSV, en kies dat bestand.'

async function entriesWithin(bytes: Uint8Array, refuse: Refuse): Promise<ZipEntry[]> {
  try {
    return await unzipWithin(bytes, unpacked)
  } catch (error) {
    if (!(error instanceof BadZip)) throw error
    throw refuse(
      error.why === 'too large'
        ? 'Er zit te veel in dit Excel-bestand. Kopieer alleen de lijst naar een nieuw bestand, en kies dat.'
        : unreadable,
    )
  }
}

function refuseWhatIsTooMuch(entries: ZipEntry[], limits: TableLimits, refuse: Refuse): void {
  const sheets = entries.filter(({ name }) => /^\/?xl\/worksheets\/[^/]+\.xml$/i.test(name))
  if (sheets.length === 0) throw refuse(unreadable)
  const count = (mark: string) => sheets.reduce((sum, { content }) => sum + occurrences(content, mark), 0)
  // Of a sheet that was marked to its end there are a million empty rows; those of other sheets are read as well.
  if (count('<row') > 4 * limits.rows) throw refuse(tooManyRows(limits))
  if (count('<c ') + count('<c>') > mostCells) {
    throw refuse('Er staan te veel cellen in dit bestand. Kopieer alleen de lijst naar een nieuw bestand.')
  }
}

function occurrences(content: Buffer, mark: string): number {
  let found = 0
  for (let at = content.indexOf(mark); at >= 0; at = content.indexOf(mark, at + mark.length)) found++
  return found
}

async function firstSheet(bytes: Uint8Array, refuse: Refuse): Promise<ExcelJS.Worksheet> {
  const workbook = new ExcelJS.Workbook()
  try {
    // exceljs says `Buffer` of another version of Node than ours.
    const content = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
    await workbook.xlsx.load(content as ArrayBuffer, { ignoreNodes })
  } catch {
    throw refuse(unreadable)
  }
  const sheet = workbook.worksheets.find(({ state }) => state === 'visible')
  if (!sheet) throw refuse(unreadable)
  return sheet
}

function typed(value: ExcelJS.CellValue): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  // 2,5 kept as 2.4999999999999996 was typed as 2,5.
  if (typeof value === 'number') return String(Number(value.toPrecision(12)))
  if (typeof value === 'boolean') return value ? 'ja' : 'nee'
  if (value instanceof Date) return dayOrDuration(value)
  if ('error' in value) return value.error
  if ('richText' in value) return value.richText.map(({ text }) => text).join('')
  if ('text' in value) return typed(value.text as ExcelJS.CellValue)
  if ('result' in value) return typed(value.result as ExcelJS.CellValue)
  return ''
}

/** Excel keeps both as days since 1900: what lies before 1901 was a number of hours. */
function dayOrDuration(date: Date): string {
  if (Number.isNaN(date.getTime())) return ''
  const days = date.getTime() / 86_400_000 + 25_569
  if (days >= 366) return date.toISOString().slice(0, 10)
  const minutes = Math.round(days * 24 * 60)
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}
