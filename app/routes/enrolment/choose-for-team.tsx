import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { place } from '#app/features/enrolment/enrolment.ts'
import { lessonsSentence } from '#app/features/enrolment/team-absence.ts'
import { listEditionsForTeam } from '#app/features/enrolment/team-enrol-queries.server.ts'
import { paths } from '#app/paths.ts'
import { wordsFrom } from '#app/platform/search-params.ts'
import { AgendaItem, AgendaList } from '#app/ui/agenda-list.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import { filterField } from '#app/ui/filter-field.ts'
import { formatCount } from '#app/ui/format.ts'
import { Page } from '#app/ui/page.tsx'
import { Section } from '#app/ui/section.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Je team inschrijven' }]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'team.list')
  const words = wordsFrom(new URL(args.request.url).searchParams, 'zoek')
  return { words: words ?? '', editions: await listEditionsForTeam(database(), words) }
}

export default function ChooseForTeam() {
  const { words, editions } = useLoaderData<typeof loader>()
  return (
    <Page
      title="Waar gaat je team heen?"
      intro="Kies een datum. Daarna kruis je aan wie er gaat."
      back={{ href: paths.team(), label: 'Mijn team' }}
    >
      <FilterBar
        label="de data"
        action={paths.chooseForTeam()}
        clearHref={words ? paths.chooseForTeam() : undefined}
      >
        <TextField field={filterField('zoek', words)} label="Zoek op titel" type="search" />
      </FilterBar>
      {editions.length > 0 ? (
        <Section title="De data" ruled>
          <AgendaList>
            {editions.map(({ id, title, startsAt, lessonsToCover, ...edition }) => (
              <AgendaItem
                key={id}
                day={startsAt as Date}
                title={title}
                href={paths.enrolTeam(id)}
                meta={lessonsSentence(lessonsToCover)}
                state={
                  place(edition, false) === 'waitlisted'
                    ? `vol, ${edition.waiting} wachten`
                    : formatCount(edition.capacity - edition.placesHeld, 'plek vrij', 'plekken vrij')
                }
              />
            ))}
          </AgendaList>
        </Section>
      ) : (
        <EmptyState title={words ? `Niets gevonden voor ‘${words}’` : 'Er zijn nu geen data.'}>
          Zoek op een ander woord, of kijk later nog eens.
        </EmptyState>
      )}
    </Page>
  )
}
