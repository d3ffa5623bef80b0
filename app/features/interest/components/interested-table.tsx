import { formatDayYear } from '#app/ui/format.ts'
import { type Column, Table } from '#app/ui/table.tsx'
import type { Interested } from '../interest-queries.server.ts'
import { halfDaysInWords, periodInWords } from '../interest-texts.ts'

const columns: Column<Interested>[] = [
  { key: 'name', label: 'Naam', heading: true, cell: ({ name }) => name },
  { key: 'organisation', label: 'School', cell: ({ organisation }) => organisation ?? 'geen' },
  { key: 'people', label: 'Mensen', align: 'end', cell: ({ people }) => people },
  {
    key: 'when',
    label: 'Kan op',
    cell: (row) => [halfDaysInWords(row.halfDays), periodInWords(row)].filter(Boolean).join(', '),
  },
  { key: 'remark', label: 'Opmerking', cell: ({ remark }) => remark ?? '' },
  { key: 'since', label: 'Sinds', nowrap: true, cell: ({ createdAt }) => formatDayYear(createdAt) },
]

/** Who is on the list, in the order in which they are asked. */
export function InterestedTable({ interested }: { interested: Interested[] }) {
  return (
    <Table caption="Wie er op de lijst staan" columns={columns} rows={interested} rowKey={({ id }) => id} />
  )
}
