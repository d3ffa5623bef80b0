import { readCsv } from './read-csv.server.ts'
import { readXlsx } from './read-xlsx.server.ts'
import { refusing, type TableLimits, type TypedTable, usualLimits, type WantedColumn } from './table-rows.ts'

/**
 * Reads the table that somebody chose, CSV or Excel, by what the file holds and not by its name. Throws a `Refusal`
 * that says how to mend it.
 */
export async function readTable(
  bytes: Uint8Array,
  wanted: WantedColumn[],
  field?: string,
  limits: TableLimits = usualLimits,
): Promise<TypedTable> {
  if (startsWith(bytes, [0x50, 0x4b])) return readXlsx(bytes, wanted, field, limits)
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    throw refusing(field)(
      'Dit is een oud Excel-bestand, of een met een wachtwoord. Sla het zonder wachtwoord op als .xlsx of als CSV.',
    )
  }
  return readCsv(bytes, wanted, field, limits)
}

const startsWith = (bytes: Uint8Array, start: number[]) => start.every((byte, at) => bytes[at] === byte)
