import { paths } from '#app/paths.ts'
import { ActButton } from '#app/ui/act-button.tsx'
import { formatDayYear, formatMinutes } from '#app/ui/format.ts'
import { StateBadge } from '#app/ui/state-badge.tsx'
import { Table } from '#app/ui/table.tsx'
import type { OutsideActivity } from '../hour-queries.server.ts'
import { activityStates, choiceWords } from '../hour-texts.ts'

/** What I did elsewhere, and whether it counts. */
export function MyActivities({ activities }: { activities: OutsideActivity[] }) {
  return (
    <Table
      caption="Scholing elders"
      rows={activities}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'title',
          label: 'Wat',
          heading: true,
          cell: ({ title, organiser }) => (organiser ? `${title}, ${organiser}` : title),
        },
        { key: 'day', label: 'Dag', nowrap: true, cell: ({ heldOn }) => formatDayYear(heldOn) },
        { key: 'minutes', label: 'Uren', nowrap: true, cell: ({ minutes }) => formatMinutes(minutes) },
        { key: 'choice', label: 'Keuze', cell: ({ ownChoice }) => choiceWords(ownChoice) },
        {
          key: 'state',
          label: 'Stand',
          cell: ({ state, reason, decidedBy }) => {
            const { word, tone } = activityStates[state]
            const why = reason ? `: ${reason}` : state === 'recognised' ? `, erkend door ${decidedBy}` : ''
            return <StateBadge tone={tone}>{`${word}${why}`}</StateBadge>
          },
        },
        {
          key: 'acts',
          label: 'Weghalen',
          unlabelled: true,
          cell: ({ id, title, hasFile }) => (
            <>
              {hasFile && (
                <a href={paths.activityFile(id)} download aria-label={`Download het bewijs van ${title}`}>
                  Bewijs
                </a>
              )}
              <ActButton act="take-back" about={{ activityId: id }} name={`Haal weg: ${title}`}>
                Haal weg
              </ActButton>
            </>
          ),
        },
      ]}
    />
  )
}
