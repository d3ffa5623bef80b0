import { attachment } from '#app/platform/files/content-disposition.ts'
import type { Spreadsheet } from './spreadsheet.ts'
import { writeCsv } from './write-csv.server.ts'
import { writeXlsx } from './write-xlsx.server.ts'

export type SpreadsheetFormat = 'csv' | 'xlsx'

const mediaTypes: Record<SpreadsheetFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** The table as a download, saved under its name. */
export async function spreadsheetResponse(
  spreadsheet: Spreadsheet,
  format: SpreadsheetFormat,
): Promise<Response> {
  const file = format === 'csv' ? writeCsv(spreadsheet) : await writeXlsx(spreadsheet)
  return new Response(new Uint8Array(file), {
    headers: {
      'Content-Type': mediaTypes[format],
      'Content-Length': String(file.byteLength),
      'Content-Disposition': attachment(
        `${spreadsheet.demo ? 'VOORBEELD-' : ''}${spreadsheet.name}.${format}`,
      ),
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
