import { paths } from '#app/paths.ts'
import { formatDayYear } from '#app/ui/format.ts'
import { StateBadge } from '#app/ui/state-badge.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import { statusWords } from '../enrolment-texts.ts'
import type { Participant } from '../participants-queries.server.ts'

type Props = {
  caption: string
  participants: Participant[]
  /** Only where there is a meal. */
  withMeal?: boolean
  /** In line: each with its place. */
  numbered?: boolean
}

/** People in an edition, for the desk. */
export function ParticipantTable({ caption, participants, withMeal, numbered }: Props) {
  const places = new Map(participants.map((row, index) => [row.id, index + 1]))
  const columns: (Column<Participant> | false | undefined)[] = [
    numbered && { key: 'place', label: 'Plaats', align: 'end', cell: (row) => places.get(row.id) },
    {
      key: 'name',
      label: 'Naam',
      heading: true,
      cell: (row) => <a href={paths.manageEnrolment(row.id)}>{row.name}</a>,
    },
    {
      key: 'school',
      label: 'School',
      cell: (row) => [row.organisation, row.team].filter(Boolean).join(', ') || 'niet bekend',
    },
    { key: 'telephone', label: 'Telefoon', cell: (row) => row.telephone ?? 'geen' },
    withMeal && { key: 'meal', label: 'Dieetwensen', cell: (row) => row.dietaryWishes ?? 'geen' },
    { key: 'since', label: 'Sinds', cell: (row) => formatDayYear(row.createdAt) },
    { key: 'status', label: 'Stand', cell: stateOf },
  ]
  return (
    <Table
      caption={caption}
      rows={participants}
      rowKey={(row) => row.id}
      columns={columns.filter((column) => column !== false && column !== undefined)}
    />
  )
}

function stateOf(row: Participant) {
  const { tone, word } = statusWords[row.status]
  const more = [
    row.approval === 'pending' && row.status !== 'requested' && 'wacht op goedkeuring',
    row.walkIn && 'zonder inschrijving gekomen',
    row.withdrawnLate && 'laat',
  ].filter(Boolean)
  return <StateBadge tone={tone}>{[word, ...more].join(', ')}</StateBadge>
}
