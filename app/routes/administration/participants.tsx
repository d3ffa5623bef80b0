import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { findManagedEdition } from '#app/features/catalogue/edition-management-queries.server.ts'
import { ParticipantTable } from '#app/features/enrolment/components/participant-table.tsx'
import { listParticipants } from '#app/features/enrolment/participants-queries.server.ts'
import { paths } from '#app/paths.ts'
import { idFrom } from '#app/platform/forms.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { Acts, LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { formatDayYear } from '#app/ui/format.ts'
import { Page } from '#app/ui/page.tsx'
import { Section } from '#app/ui/section.tsx'
import { TitleBlock } from '#app/ui/title-block.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Deelnemers' }]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'enrolment.manage')
  const db = database()
  const edition = orNotFound(await findManagedEdition(db, idFrom(args.params.id)))
  const all = await listParticipants(db, edition.id)
  const { id, title, code, status, capacity, placesHeld, waiting, startsAt, hasMeal } = edition
  return {
    edition: { id, title, code, capacity, placesHeld, waiting, startsAt, hasMeal },
    running: status !== 'cancelled' && status !== 'closed',
    placed: all
      .filter(({ holdsPlace, walkIn, status }) => holdsPlace || (walkIn && status !== 'withdrawn'))
      .sort((one, other) => one.name.localeCompare(other.name, 'nl')),
    line: all.filter(({ status }) => status === 'waitlisted'),
    others: all.filter((row) => !row.holdsPlace && !row.walkIn && row.status !== 'waitlisted'),
  }
}

export default function Participants() {
  const { edition, running, placed, line, others } = useLoaderData<typeof loader>()
  return (
    <Page
      title="Deelnemers"
      eyebrow={`${edition.title}, ${edition.code}`}
      back={{ href: paths.manageEdition(edition.id), label: 'Uitvoering' }}
      act={running && <LinkButton href={paths.enrolSomebody(edition.id)}>Schrijf iemand in</LinkButton>}
    >
      <TitleBlock
        cells={[
          { label: 'Plekken', value: `${edition.placesHeld} van ${edition.capacity}` },
          { label: 'Wachtlijst', value: edition.waiting },
          { label: 'Begint', value: edition.startsAt ? formatDayYear(edition.startsAt) : 'nog geen datum' },
        ]}
      />
      {placed.length === 0 ? (
        <EmptyState title="Nog niemand ingeschreven">Hier komt wie een plek heeft.</EmptyState>
      ) : (
        <Section title="Met een plek" ruled>
          <ParticipantTable caption="Met een plek" participants={placed} withMeal={edition.hasMeal} />
        </Section>
      )}
      {line.length > 0 && (
        <Section title="Wachtlijst" ruled intro="Wie bovenaan staat, krijgt de eerste plek die vrijkomt.">
          <ParticipantTable caption="Wachtlijst" participants={line} numbered />
        </Section>
      )}
      {others.length > 0 && (
        <Section title="Niet meer" ruled>
          <ParticipantTable caption="Niet meer ingeschreven" participants={others} />
        </Section>
      )}
      <Acts>
        <LinkButton
          kind="secondary"
          href={`${paths.exportList('deelnemers', 'xlsx')}?uitvoering=${edition.id}`}
        >
          Naar Excel
        </LinkButton>
        <LinkButton
          kind="secondary"
          href={`${paths.exportList('deelnemers', 'csv')}?uitvoering=${edition.id}`}
        >
          Als CSV
        </LinkButton>
        {running && (
          <LinkButton kind="secondary" href={paths.changeCapacity(edition.id)}>
            Wijzig plekken
          </LinkButton>
        )}
      </Acts>
    </Page>
  )
}
