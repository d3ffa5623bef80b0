import { paths } from '#app/paths.ts'
import { formatDayYear } from '#app/ui/format.ts'
import { StateBadge } from '#app/ui/state-badge.tsx'
import { Table } from '#app/ui/table.tsx'
import type { EnrolmentStatus } from '../enrolment.ts'
import { statusWords } from '../enrolment-texts.ts'

type Row = { id: number; status: EnrolmentStatus; code: string; startsAt: Date | null; title: string }

/** What one person enrolled in, for the desk. */
export function PersonEnrolments({ enrolments }: { enrolments: Row[] }) {
  if (enrolments.length === 0) return <p>Nog nergens voor ingeschreven.</p>
  return (
    <Table
      caption="Inschrijvingen"
      rows={enrolments}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'edition',
          label: 'Uitvoering',
          heading: true,
          cell: (row) => <a href={paths.manageEnrolment(row.id)}>{`${row.title}, ${row.code}`}</a>,
        },
        {
          key: 'start',
          label: 'Begint',
          cell: (row) => (row.startsAt ? formatDayYear(row.startsAt) : 'nog geen datum'),
        },
        {
          key: 'status',
          label: 'Stand',
          cell: (row) => (
            <StateBadge tone={statusWords[row.status].tone}>{statusWords[row.status].word}</StateBadge>
          ),
        },
      ]}
    />
  )
}
