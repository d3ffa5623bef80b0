import { placeOf } from '#app/features/catalogue/place.ts'
import { paths } from '#app/paths.ts'
import { AgendaItem, AgendaList } from '#app/ui/agenda-list.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { capitalise, formatTimeRange } from '#app/ui/format.ts'
import { Section } from '#app/ui/section.tsx'
import type { Desk } from '../desk-work.server.ts'

/** What is held in the coming days. */
export function DeskWeek({ meetings }: { meetings: Desk['meetings'] }) {
  return (
    <Section title="Deze week" ruled>
      {meetings.length === 0 ? (
        <EmptyState title="Geen bijeenkomsten">De komende zeven dagen is er niets gepland.</EmptyState>
      ) : (
        <AgendaList>
          {meetings.map((meeting) => (
            <AgendaItem
              key={meeting.id}
              day={meeting.startsAt}
              title={meeting.title}
              href={paths.manageEdition(meeting.editionId)}
              meta={`${formatTimeRange(meeting.startsAt, meeting.endsAt)} · ${capitalise(placeOf(meeting))}`}
              state={`${meeting.placesHeld} van ${meeting.capacity}`}
            />
          ))}
        </AgendaList>
      )}
    </Section>
  )
}
