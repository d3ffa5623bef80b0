import { formatDayRange, formatTimeRange, formatWeekday } from '#app/ui/format.ts'
import { TitleBlock } from '#app/ui/title-block.tsx'

type Meeting = { id: number; startsAt: Date; endsAt: Date; place: string }
type Props = {
  meetings: Meeting[]
  places?: { capacity: number; placesHeld: number; waiting: number }
}

/** What one enrols for, in the cells of a title block. */
export function EditionFacts({ meetings, places }: Props) {
  const [first] = meetings
  const last = meetings.at(-1)
  if (!first || !last) return null
  const free = places ? Math.max(0, places.capacity - places.placesHeld) : 0
  const room =
    places &&
    (places.waiting > 0 || free === 0 ? `vol, ${places.waiting} wachten` : `${free} van ${places.capacity}`)
  return (
    <TitleBlock
      cells={[
        {
          label: meetings.length === 1 ? 'Dag' : `${meetings.length} bijeenkomsten`,
          value:
            meetings.length === 1
              ? formatWeekday(first.startsAt)
              : formatDayRange(first.startsAt, last.startsAt),
        },
        { label: 'Tijd', value: formatTimeRange(first.startsAt, first.endsAt) },
        { label: 'Plaats', value: first.place || 'volgt' },
        ...(room ? [{ label: 'Vrij', value: room }] : []),
      ]}
    />
  )
}
