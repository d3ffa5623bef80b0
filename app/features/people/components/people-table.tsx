import type { ReactNode } from 'react'
import { paths } from '#app/paths.ts'
import { Table } from '#app/ui/table.tsx'
import type { MembershipInList } from '../managed-people-queries.server.ts'
import { membershipInWords, type RegionRoleName, regionRoleWords } from '../membership-texts.ts'

type Row = {
  id: number
  name: string
  address: string | null
  regionRoles: RegionRoleName[]
  memberships: MembershipInList[]
}

/** People as the desk looks them over: who, where they work, how to reach them. */
export function PeopleTable({ people }: { people: Row[] }) {
  return (
    <Table
      caption="Mensen"
      rows={people}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'name',
          label: 'Naam',
          heading: true,
          cell: (row) => <a href={paths.managePerson(row.id)}>{row.name}</a>,
        },
        { key: 'work', label: 'Werk', cell: workOf },
        { key: 'address', label: 'E-mailadres', cell: (row) => row.address ?? 'geen' },
      ]}
    />
  )
}

function workOf({ regionRoles, memberships }: Row): ReactNode {
  const lines = [
    ...regionRoles.map((role) => `${regionRoleWords[role]} van de regio`),
    ...memberships.map(membershipInWords),
  ]
  const [first, ...others] = lines
  if (!first) return 'nergens'
  if (others.length === 0) return first
  return `${first}, en nog ${others.length}`
}
