import { formatDayYear } from '#app/ui/format.ts'
import { StateBadge } from '#app/ui/state-badge.tsx'
import { Table } from '#app/ui/table.tsx'
import type { EmployerAct } from '../employer-queries.server.ts'

/** What employers did about a paper: who, what and until when. */
export function EmployerActsList({ acts }: { acts: EmployerAct[] }) {
  if (acts.length === 0) return <p>Er is nog niets getekend.</p>
  return (
    <Table
      caption="Wat de werkgever deed"
      rows={acts}
      rowKey={({ kind, id }) => `${kind} ${id}`}
      columns={[
        {
          key: 'what',
          label: 'Wat',
          heading: true,
          cell: ({ kind, tasks }) => (kind === 'confirmation' ? 'Bevestigd' : `Aangewezen: ${tasks}`),
        },
        {
          key: 'when',
          label: 'Wanneer',
          cell: ({ day, until }) =>
            until ? `${formatDayYear(day)} tot en met ${formatDayYear(until)}` : formatDayYear(day),
        },
        { key: 'by', label: 'Door', cell: ({ by, organisation }) => `${by}, ${organisation}` },
        {
          key: 'state',
          label: 'Stand',
          cell: ({ withdrawnAt, withdrawnReason }) =>
            withdrawnAt ? (
              <StateBadge tone="stop">{`ingetrokken: ${withdrawnReason}`}</StateBadge>
            ) : (
              <StateBadge tone="ok">getekend</StateBadge>
            ),
        },
      ]}
    />
  )
}
