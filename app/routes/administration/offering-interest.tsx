import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { findManagedOffering } from '#app/features/catalogue/offering-management-queries.server.ts'
import { countByHalfDay } from '#app/features/interest/best-dates.ts'
import { findBestDates } from '#app/features/interest/best-dates-queries.server.ts'
import { DateProposals } from '#app/features/interest/components/date-proposals.tsx'
import { HalfDayTable } from '#app/features/interest/components/half-day-table.tsx'
import { InterestedTable } from '#app/features/interest/components/interested-table.tsx'
import { listInterested } from '#app/features/interest/interest-queries.server.ts'
import { paths } from '#app/paths.ts'
import { idFrom } from '#app/platform/forms.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { formatCount } from '#app/ui/format.ts'
import { Page } from '#app/ui/page.tsx'
import { Section } from '#app/ui/section.tsx'
import { TitleBlock } from '#app/ui/title-block.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `Belangstelling: ${data.offering.title}` : 'Belangstelling' },
]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'interest.manage')
  const db = database()
  const { id, title, minimum, capacity } = orNotFound(await findManagedOffering(db, idFrom(args.params.id)))
  const interested = await listInterested(db, id)
  const bySchool = Map.groupBy(interested, ({ organisation }) => organisation ?? 'geen school')
  return {
    offering: { id, title, minimum, capacity },
    interested,
    people: interested.reduce((sum, row) => sum + row.people, 0),
    schools: [...bySchool].map(([name, rows]) => ({
      name,
      people: rows.reduce((sum, row) => sum + row.people, 0),
    })),
    counts: countByHalfDay(interested),
    best: interested.length > 0 ? await findBestDates(db, id, interested) : null,
  }
}

export default function OfferingInterest() {
  const { offering, interested, people, schools, counts, best } = useLoaderData<typeof loader>()
  return (
    <Page
      title={offering.title}
      eyebrow="Belangstelling"
      back={{ href: paths.manageInterest(), label: 'Belangstelling' }}
      act={
        <LinkButton kind="secondary" href={paths.manageOffering(offering.id)}>
          Bekijk het aanbod
        </LinkButton>
      }
    >
      <TitleBlock
        cells={[
          { label: 'Mensen', value: people },
          { label: 'Minimum', value: offering.minimum },
          { label: 'Plekken', value: offering.capacity },
          {
            label: 'Scholen',
            value: schools.map((school) => `${school.name} (${school.people})`).join(', ') || 'geen',
          },
        ]}
      />
      {best ? (
        <>
          <Section title="De beste data" ruled>
            {best.proposals.length > 0 ? (
              <DateProposals offeringId={offering.id} best={best} people={people} />
            ) : (
              <EmptyState title="We vinden geen datum waarop iemand kan.">
                Kijk hieronder wanneer mensen kunnen, en overleg met hen, de trainer of de zaal.
              </EmptyState>
            )}
          </Section>
          <Section
            title="Wanneer kunnen ze?"
            ruled
            intro={`Van ${formatCount(people, 'mens', 'mensen')}, per dagdeel.`}
          >
            <HalfDayTable counts={counts} total={people} />
          </Section>
          <Section title="Wie" ruled intro="In deze volgorde krijgen ze een plek aangeboden.">
            <InterestedTable interested={interested} />
          </Section>
        </>
      ) : (
        <EmptyState title="Niemand staat op de lijst.">
          Wie bij dit aanbod laat weten mee te willen doen, staat hier.
        </EmptyState>
      )}
    </Page>
  )
}
