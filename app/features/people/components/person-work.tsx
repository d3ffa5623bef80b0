import { paths } from '#app/paths.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { capitalise, formatDayYear, formatNumber } from '#app/ui/format.ts'
import { Table } from '#app/ui/table.tsx'
import type { ManagedPerson } from '../managed-people-queries.server.ts'
import { membershipRoleWords, staffKindWords } from '../membership-texts.ts'

type Membership = ManagedPerson['memberships'][number]

/** Where somebody works and worked, each with the way to change or end it. */
export function PersonWork({ personId, memberships }: { personId: number; memberships: Membership[] }) {
  if (memberships.length === 0) {
    return (
      <EmptyState title="Nog nergens">Zonder school weten we niet wie een inschrijving goedkeurt.</EmptyState>
    )
  }
  return (
    <Table
      caption="Werk"
      rows={memberships}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'organisation',
          label: 'Waar',
          heading: true,
          cell: (row) => [row.organisation, row.team].filter(Boolean).join(', '),
        },
        { key: 'role', label: 'Rol', cell: (row) => capitalise(membershipRoleWords[row.role]) },
        { key: 'kind', label: 'Aanstelling', cell: (row) => appointmentInWords(row) },
        { key: 'period', label: 'Periode', cell: (row) => periodInWords(row) },
        {
          key: 'acts',
          label: 'Wijzigen',
          unlabelled: true,
          cell: (row) =>
            !row.over && (
              <>
                <a
                  href={paths.changeMembership(personId, row.id)}
                  aria-label={`${row.organisation}, ${membershipRoleWords[row.role]}: wijzig`}
                >
                  Wijzig
                </a>
                {' · '}
                <a
                  href={paths.endMembership(personId, row.id)}
                  aria-label={`${row.organisation}, ${membershipRoleWords[row.role]}: stopt`}
                >
                  Stopt
                </a>
              </>
            ),
        },
      ]}
    />
  )
}

function appointmentInWords(row: Membership): string {
  return [
    row.staffKind && staffKindWords[row.staffKind],
    row.collectiveAgreement,
    row.partTimeFactor && `${formatNumber(row.partTimeFactor)} fte`,
  ]
    .filter(Boolean)
    .join(', ')
}

function periodInWords({ startsOn, endsOn }: Membership): string {
  return endsOn
    ? `${formatDayYear(startsOn)} tot en met ${formatDayYear(endsOn)}`
    : `sinds ${formatDayYear(startsOn)}`
}
