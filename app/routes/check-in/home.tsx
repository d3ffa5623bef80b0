import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { currentActor } from '#app/access/require-actor.server.ts'
import { listMeetingsToCheckIn } from '#app/features/check-in/check-in-queries.server.ts'
import { WhoAreYou } from '#app/features/check-in/components/who-are-you.tsx'
import { paths } from '#app/paths.ts'
import { now } from '#app/platform/clock.ts'
import { AgendaItem, AgendaList } from '#app/ui/agenda-list.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { formatTimeRange } from '#app/ui/format.ts'
import { Page } from '#app/ui/page.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Inchecken' }, { name: 'robots', content: 'noindex' }]

const hour = 3_600_000

/** For who types the letters from the screen: which meeting it is. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await currentActor(args)
  if (!actor) return data({ meetings: null })
  const at = now().getTime()
  const span = { from: new Date(at - hour), until: new Date(at + 24 * hour) }
  const meetings = await listMeetingsToCheckIn(database(), actor.personId, span)
  return data({
    meetings: meetings.map(({ id, title, startsAt, endsAt }) => ({ id, title, startsAt, endsAt })),
  })
}

export default function CheckInHome() {
  const { meetings } = useLoaderData<typeof loader>()
  return (
    <Page
      title="Inchecken"
      intro="Scan de code op het scherm met de camera van je telefoon, of typ de zes letters over."
      narrow
    >
      {meetings === null ? (
        <WhoAreYou backTo={paths.checkIn()} />
      ) : meetings.length === 0 ? (
        <EmptyState
          title="Je hebt vandaag geen bijeenkomst."
          act={<LinkButton href={paths.mine()}>Mijn overzicht</LinkButton>}
        >
          Ben je er wel, zonder inschrijving? Meld je bij de trainer: die kan je er meteen bij zetten.
        </EmptyState>
      ) : (
        <AgendaList>
          {meetings.map(({ id, title, startsAt, endsAt }) => (
            <AgendaItem
              key={id}
              day={startsAt}
              title={title}
              meta={formatTimeRange(startsAt, endsAt)}
              act={
                <LinkButton href={paths.checkInAt(id)} aria-label={`Inchecken bij ${title}`}>
                  Inchecken
                </LinkButton>
              }
            />
          ))}
        </AgendaList>
      )}
    </Page>
  )
}
