import { formatDayYear } from '#app/ui/format.ts'
import { StateBadge } from '#app/ui/state-badge.tsx'
import { Table } from '#app/ui/table.tsx'
import type { TestResultRow } from '../test-result-queries.server.ts'

/** The results as they stand, for reading. */
export function ResultTable({ rows }: { rows: TestResultRow[] }) {
  return (
    <Table
      caption="Uitslagen, op naam"
      columns={[
        { key: 'name', label: 'Naam', heading: true, cell: ({ name }) => name },
        { key: 'result', label: 'Uitslag', cell: ({ result }) => <Outcome result={result} /> },
        { key: 'day', label: 'Dag', cell: ({ result }) => (result ? formatDayYear(result.takenOn) : '–') },
        { key: 'examiner', label: 'Examinator', cell: ({ result }) => result?.examiner ?? '–' },
        { key: 'number', label: 'Nummer', cell: ({ result }) => result?.number ?? '–' },
      ]}
      rows={rows}
      rowKey={({ enrolmentId }) => enrolmentId}
    />
  )
}

function Outcome({ result }: Pick<TestResultRow, 'result'>) {
  if (!result) return <StateBadge>nog geen uitslag</StateBadge>
  return result.passed ? (
    <StateBadge tone="ok">geslaagd</StateBadge>
  ) : (
    <StateBadge tone="stop">niet geslaagd</StateBadge>
  )
}
