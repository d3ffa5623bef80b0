import { ActButton } from '#app/ui/act-button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { formatTime } from '#app/ui/format.ts'
import { StateBadge } from '#app/ui/state-badge.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import type { Call } from '../call-queries.server.ts'

/** Whom to ring, each number one tap; with `ticks` one writes down who was reached. */
export function CallList({ calls, ticks }: { calls: Call[]; ticks?: boolean }) {
  if (calls.length === 0) {
    return <EmptyState title="Niemand om te bellen">Er heeft nog niemand een plek.</EmptyState>
  }
  return (
    <Table
      caption="Deelnemers met hun telefoonnummer, op naam"
      columns={[
        { key: 'name', label: 'Naam', heading: true, cell: ({ name }) => name },
        { key: 'school', label: 'School', cell: ({ school }) => school ?? '–' },
        {
          key: 'telephone',
          label: 'Telefoon',
          nowrap: true,
          cell: ({ telephone }) =>
            telephone ? <a href={`tel:${telephone.replace(/[^+\d]/g, '')}`}>{telephone}</a> : 'geen nummer',
        },
        ...(ticks ? [reached] : []),
      ]}
      rows={calls}
      rowKey={({ enrolmentId }) => enrolmentId}
    />
  )
}

const reached: Column<Call> = {
  key: 'reached',
  label: 'Bereikt?',
  cell: ({ enrolmentId, name, reachedAt, reachedBy }) =>
    reachedAt ? (
      <>
        <StateBadge tone="ok">
          bereikt om {formatTime(reachedAt)} uur, door {reachedBy}
        </StateBadge>
        <ActButton act="not-reached" about={{ enrolmentId }} name={`${name} toch niet bereikt`}>
          Toch niet
        </ActButton>
      </>
    ) : (
      <ActButton act="reached" about={{ enrolmentId }} kind="secondary" name={`${name} is bereikt`}>
        Bereikt
      </ActButton>
    ),
}
