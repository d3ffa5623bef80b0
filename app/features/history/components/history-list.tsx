import { paths } from '#app/paths.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { formatMoment, formatNumber } from '#app/ui/format.ts'
import { StateBadge } from '#app/ui/state-badge.tsx'
import { Table } from '#app/ui/table.tsx'
import type { listHistoryImports } from '../history-queries.server.ts'
import { historyStates } from '../history-texts.ts'

type Props = { lists: Awaited<ReturnType<typeof listHistoryImports>> }

/** Every list that was read, and what became of it. */
export function HistoryList({ lists }: Props) {
  if (lists.length === 0) {
    return <EmptyState title="Hier staan straks de lijsten die zijn overgenomen." />
  }
  return (
    <Table
      caption="Lijsten van eerdere scholing"
      rows={lists}
      rowKey={(list) => list.id}
      columns={[
        {
          key: 'file',
          label: 'Lijst',
          heading: true,
          cell: (list) => <a href={paths.historyImport(list.id)}>{list.fileName}</a>,
        },
        { key: 'at', label: 'Nagekeken', cell: (list) => formatMoment(list.createdAt) },
        { key: 'by', label: 'Door', cell: (list) => list.createdBy },
        {
          key: 'rows',
          label: 'Deelnames',
          align: 'end',
          cell: (list) => formatNumber(list.result?.added ?? list.rowCount),
        },
        {
          key: 'state',
          label: 'Stand',
          cell: ({ state }) => (
            <StateBadge tone={historyStates[state].tone}>{historyStates[state].word}</StateBadge>
          ),
        },
      ]}
    />
  )
}
