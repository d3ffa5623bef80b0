import { paths } from '#app/paths.ts'
import { formatDayYear } from '#app/ui/format.ts'
import { StateBadge } from '#app/ui/state-badge.tsx'
import { Table } from '#app/ui/table.tsx'
import type { Verification } from '../holding.ts'
import { CheckBadge } from './held-table.tsx'

type Row = {
  id: number
  title: string
  scope: string | null
  number: string | null
  issuedOn: string
  validUntil: string | null
  withdrawnAt: Date | null
  withdrawnReason: string | null
  verification: Verification
}
type Props = { personId: number; qualifications: Row[]; today: string }

/** What somebody holds, each with the way to take back what was entered wrongly. */
export function PersonQualifications({ personId, qualifications, today }: Props) {
  if (qualifications.length === 0) return <p>Er staan geen bewijzen in het dossier.</p>
  return (
    <Table
      caption="Bewijzen"
      rows={qualifications}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'title',
          label: 'Bewijs',
          heading: true,
          cell: (row) => [row.title, row.scope].filter(Boolean).join(', '),
        },
        { key: 'number', label: 'Nummer', cell: (row) => row.number },
        { key: 'issued', label: 'Afgegeven', cell: (row) => formatDayYear(row.issuedOn) },
        {
          key: 'state',
          label: 'Geldig',
          cell: (row) => {
            if (row.withdrawnAt)
              return <StateBadge tone="stop">ingetrokken: {row.withdrawnReason}</StateBadge>
            if (row.validUntil === null) return <StateBadge tone="ok">blijft geldig</StateBadge>
            const until = `tot en met ${formatDayYear(row.validUntil)}`
            return <StateBadge tone={row.validUntil < today ? 'stop' : 'ok'}>{until}</StateBadge>
          },
        },
        {
          key: 'check',
          label: 'Controle',
          cell: (row) => !row.withdrawnAt && <CheckBadge verification={row.verification} />,
        },
        {
          key: 'acts',
          label: 'Intrekken',
          unlabelled: true,
          cell: (row) =>
            !row.withdrawnAt && (
              <a
                href={paths.withdrawQualification(personId, row.id)}
                aria-label={`${row.title} van ${formatDayYear(row.issuedOn)}: trek in`}
              >
                Trek in
              </a>
            ),
        },
      ]}
    />
  )
}
