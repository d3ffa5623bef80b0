import { paths } from '#app/paths.ts'
import { formatList } from '#app/ui/format.ts'
import { StateBadge } from '#app/ui/state-badge.tsx'
import { Table } from '#app/ui/table.tsx'

type Team = {
  id: number
  name: string
  site: string | null
  approvesEnrolments: boolean
  leads: string[]
  deputies: string[]
  people: number
}

/** The teams of an organisation; a team that nobody leads stands out: its questions go to the coordinator. */
export function TeamTable({ organisationId, teams }: { organisationId: number; teams: Team[] }) {
  return (
    <Table
      caption="Teams"
      rows={teams}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'name',
          label: 'Team',
          heading: true,
          cell: (row) => <a href={paths.manageTeam(organisationId, row.id)}>{row.name}</a>,
        },
        {
          key: 'lead',
          label: 'Teamleider',
          cell: (row) =>
            formatList(row.leads) || (
              <StateBadge tone="warn">
                {row.deputies.length > 0 ? 'geen, vraagt de vervanger' : 'geen, vraagt de coördinator'}
              </StateBadge>
            ),
        },
        { key: 'deputy', label: 'Vervanger', cell: (row) => formatList(row.deputies) || 'geen' },
        {
          key: 'approves',
          label: 'Goedkeuring',
          cell: (row) => (row.approvesEnrolments ? 'nodig' : 'niet nodig'),
        },
        { key: 'people', label: 'Mensen', align: 'end', cell: (row) => row.people },
      ]}
    />
  )
}
