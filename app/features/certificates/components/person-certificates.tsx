import { paths } from '#app/paths.ts'
import { formatDayYear } from '#app/ui/format.ts'
import { StateBadge } from '#app/ui/state-badge.tsx'
import { Table } from '#app/ui/table.tsx'

type Row = { id: number; number: string; title: string; lastDay: string; revokedAt: Date | null }

/** What was issued to one person, for the desk. */
export function PersonCertificates({ certificates }: { certificates: Row[] }) {
  if (certificates.length === 0) return <p>Nog niets uitgereikt.</p>
  return (
    <Table
      caption="Bewijzen van deelname en certificaten"
      rows={certificates}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'title',
          label: 'Titel',
          heading: true,
          cell: (row) => <a href={paths.manageCertificate(row.id)}>{row.title}</a>,
        },
        { key: 'number', label: 'Nummer', cell: (row) => row.number },
        { key: 'day', label: 'Laatste dag', cell: (row) => formatDayYear(row.lastDay) },
        {
          key: 'state',
          label: 'Stand',
          cell: (row) =>
            row.revokedAt ? (
              <StateBadge tone="stop">ingetrokken</StateBadge>
            ) : (
              <StateBadge tone="ok">geldig</StateBadge>
            ),
        },
      ]}
    />
  )
}
