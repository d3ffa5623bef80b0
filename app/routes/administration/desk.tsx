import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { can } from '#app/access/abilities.ts'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { EditionTable } from '#app/features/catalogue/components/edition-table.tsx'
import { placeOf } from '#app/features/catalogue/place.ts'
import { DeskMap } from '#app/features/figures/components/desk-map.tsx'
import { DeskWork } from '#app/features/figures/components/desk-work.tsx'
import {
  countDeskWork,
  listComingMeetings,
  listEditionsToDecide,
} from '#app/features/figures/desk-queries.server.ts'
import { paths } from '#app/paths.ts'
import { now } from '#app/platform/clock.ts'
import { AgendaItem, AgendaList } from '#app/ui/agenda-list.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { capitalise, formatTimeRange, formatWeekday } from '#app/ui/format.ts'
import { Page } from '#app/ui/page.tsx'
import { Section } from '#app/ui/section.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Beheer' }]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'administration.see')
  const db = database()
  const coordinates = can(actor, 'edition.manage')
  const [counts, toDecide, meetings] = await Promise.all([
    countDeskWork(db),
    coordinates ? listEditionsToDecide(db) : [],
    coordinates ? listComingMeetings(db, 7) : [],
  ])
  return {
    today: now(),
    counts,
    toDecide,
    meetings,
    coordinates,
    administers: can(actor, 'mailbox.read'),
  }
}

export default function Desk() {
  const { today, counts, toDecide, meetings, coordinates, administers } = useLoaderData<typeof loader>()
  return (
    <Page
      title="Dit vraagt nu je aandacht"
      eyebrow={formatWeekday(today)}
      aside={<DeskMap coordinates={coordinates} administers={administers} />}
    >
      <DeskWork counts={counts} coordinates={coordinates} />
      {coordinates && (
        <>
          {toDecide.length > 0 && (
            <Section title="Beslissen: gaat dit door?" ruled>
              <EditionTable editions={toDecide} />
            </Section>
          )}
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
        </>
      )}
    </Page>
  )
}
