import { paths } from '#app/paths.ts'
import { formatCents, formatDayYear } from '#app/ui/format.ts'
import { type Column, Table } from '#app/ui/table.tsx'
import type { ContributionLine } from '../contribution-queries.server.ts'
import { amountWords, kindWords } from '../contribution-texts.ts'
import { ContributionState } from './contribution-state.tsx'

/** Lines of contributions, each with the way to its own page. */
export function ContributionTable({ lines, caption }: { lines: ContributionLine[]; caption: string }) {
  const columns: Column<ContributionLine>[] = [
    {
      key: 'what',
      label: 'Wat',
      heading: true,
      cell: ({ id, what }) => <a href={paths.manageContribution(id)}>{what}</a>,
    },
    { key: 'organisation', label: 'Van', cell: ({ organisation }) => organisation },
    { key: 'source', label: 'Bij', cell: ({ sourceWords }) => sourceWords },
    { key: 'day', label: 'Dag', nowrap: true, cell: ({ day }) => formatDayYear(day) },
    { key: 'kind', label: 'Soort', cell: ({ kind }) => kindWords[kind] },
    {
      key: 'amount',
      label: 'Uren',
      align: 'end',
      nowrap: true,
      cell: (line) => (line.minutes === null ? '–' : amountWords(line)),
    },
    { key: 'value', label: 'Waarde', align: 'end', nowrap: true, cell: ({ cents }) => formatCents(cents) },
    { key: 'state', label: 'Stand', cell: (line) => <ContributionState {...line} /> },
  ]
  return <Table caption={caption} columns={columns} rows={lines} rowKey={({ id }) => id} />
}
