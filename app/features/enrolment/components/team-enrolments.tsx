import { paths } from '#app/paths.ts'
import { formatDayRange } from '#app/ui/format.ts'
import { StateBadge } from '#app/ui/state-badge.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { statusWords } from '../enrolment-texts.ts'
import type { TeamEnrolment } from '../team-queries.server.ts'

const columns: Column<TeamEnrolment>[] = [
  { key: 'name', label: 'Wie', heading: true, cell: ({ name }) => name },
  {
    key: 'title',
    label: 'Waarheen',
    cell: ({ id, title, name }) => (
      <TextLink href={paths.myEnrolment(id)} aria-label={`${title}, ${name}`}>
        {title}
      </TextLink>
    ),
  },
  { key: 'when', label: 'Wanneer', cell: ({ startsAt, endsAt }) => formatDayRange(startsAt, endsAt) },
  { key: 'meetings', label: 'Bijeenkomsten', cell: ({ meetings }) => meetings, align: 'end' },
  {
    key: 'state',
    label: 'Stand',
    cell: ({ status }) => <StateBadge tone={statusWords[status].tone}>{statusWords[status].word}</StateBadge>,
  },
]

/** What the team goes to from now on. */
export function TeamEnrolments({ enrolments }: { enrolments: TeamEnrolment[] }) {
  return (
    <Table caption="Waar je team heen gaat" columns={columns} rows={enrolments} rowKey={({ id }) => id} />
  )
}
