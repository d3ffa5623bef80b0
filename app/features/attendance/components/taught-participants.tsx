import { EmptyState } from '#app/ui/empty-state.tsx'
import { formatDay, formatList } from '#app/ui/format.ts'
import { type Column, Table } from '#app/ui/table.tsx'
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
        ...(participants.some(({ absences }) => absences.length > 0) ? [absencesOn(meetings)] : []),
        ...(participants.some(({ note }) => note !== null) ? [notes] : []),
      ]}
      rows={participants}
      rowKey={({ id }) => id}
    />
  )
}

const notes: Column<TaughtParticipant> = {
  key: 'note',
  label: 'Opmerking',
  cell: ({ note }) => note ?? '–',
}

function absencesOn(meetings: Props['meetings']): Column<TaughtParticipant> {
  const days = new Map(meetings.map(({ id, startsAt }) => [id, formatDay(startsAt)]))
  return {
    key: 'absences',
    label: 'Kan niet op',
    cell: ({ absences }) =>
      formatList(
        absences.map(
          ({ meetingId, note }) => `${days.get(meetingId) ?? 'een dag'}${note ? ` (${note})` : ''}`,
        ),
      ) || '–',
  }
}
