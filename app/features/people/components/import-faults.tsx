import type { RowFault } from '#app/platform/spreadsheet/table-rows.ts'
import { formatCount } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Table } from '#app/ui/table.tsx'

/** What must be mended in a file before any of it is carried out. */
export function ImportFaults({ faults, total }: { faults: RowFault[]; total: number }) {
  const rows = faults.map((fault, index) => ({ ...fault, index }))
  return (
    <>
      <Notice kind="stop" role="alert" title={`${formatCount(total, 'fout', 'fouten')} in het bestand`}>
        Er is niets veranderd. Verbeter de regels hieronder in je bestand, en kies het daarna opnieuw.
      </Notice>
      <Table
        caption="Fouten in het bestand"
        rows={rows}
        rowKey={(row) => row.index}
        columns={[
          { key: 'line', label: 'Regel', heading: true, nowrap: true, cell: (row) => `Regel ${row.line}` },
          { key: 'message', label: 'Wat er niet klopt', cell: (row) => row.message },
        ]}
      />
      {total > faults.length && <p>En nog {formatCount(total - faults.length, 'fout', 'fouten')}.</p>}
    </>
  )
}
