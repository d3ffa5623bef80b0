import { EmptyState } from '#app/ui/empty-state.tsx'
import { formatDay, formatList } from '#app/ui/format.ts'
import { Table } from '#app/ui/table.tsx'
import type { TaughtParticipant } from '../teaching-queries.server.ts'

type Props = {
  participants: TaughtParticipant[]
  meetings: { id: number; startsAt: Date }[]
  withMeal: boolean
}

/** Who takes part, how to reach them on the day, and which meetings they said to miss. */
export function TaughtParticipants({ participants, meetings, withMeal }: Props) {
  if (participants.length === 0) {
    return (
      <EmptyState title="Er heeft nog niemand een plek.">
        Wie zich inschrijft, staat hier met naam en school.
      </EmptyState>
    )
  }
  const dayOf = new Map(meetings.map(({ id, startsAt }) => [id, formatDay(startsAt)]))
  return (
    <Table
      caption="Deelnemers, op naam"
      columns={[
        {
          key: 'name',
          label: 'Naam',
          heading: true,
          cell: ({ name, walkIn, status }) =>
            `${name}${walkIn ? ' (zonder inschrijving)' : ''}${status === 'requested' ? ' (nog niet goedgekeurd)' : ''}`,
        },
        { key: 'school', label: 'School', cell: ({ school }) => school ?? '–' },
        {
          key: 'telephone',
          label: 'Telefoon',
          cell: ({ telephone }) =>
            telephone ? <a href={`tel:${telephone.replace(/[^+\d]/g, '')}`}>{telephone}</a> : '–',
        },
        ...(withMeal
          ? [
              {
                key: 'diet',
                label: 'Dieet',
                cell: ({ dietaryWishes }: TaughtParticipant) => dietaryWishes ?? '–',
              },
            ]
          : []),
        {
          key: 'absences',
          label: 'Kan niet op',
          cell: ({ absences }) =>
            formatList(
              absences.map(
                ({ meetingId, note }) => `${dayOf.get(meetingId) ?? 'een dag'}${note ? ` (${note})` : ''}`,
              ),
            ) || '–',
        },
        { key: 'note', label: 'Opmerking', cell: ({ note }) => note ?? '–' },
      ]}
      rows={participants}
      rowKey={({ id }) => id}
    />
  )
}
