import { placeOf } from '#app/features/catalogue/place.ts'
import { paths } from '#app/paths.ts'
import { AgendaItem, AgendaList } from '#app/ui/agenda-list.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { capitalise, formatTimeRange } from '#app/ui/format.ts'
import { Section } from '#app/ui/section.tsx'
import type { Desk } from '../desk-work.server.ts'

/** What is held in the coming days. */
export function DeskWeek({ meetings, now }: { meetings: Desk['meetings']; now: Date }) {
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
              act={
                // Today and tomorrow: when somebody rings at half past seven, it is two presses from here.
                meeting.startsAt.getTime() - now.getTime() < 48 * 3_600_000 && (
                  <LinkButton
                    small
                    kind="quiet"
                    href={paths.trainerOut(meeting.id)}
                    aria-label={`Trainer valt uit bij ${meeting.title}`}
                  >
                    Trainer valt uit
                  </LinkButton>
                )
              }
            />
          ))}
        </AgendaList>
      )}
    </Section>
  )
}
