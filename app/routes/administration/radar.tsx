import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { RadarTable } from '#app/features/dossier/components/radar-table.tsx'
import { listRadar } from '#app/features/dossier/radar-queries.server.ts'
import { paths } from '#app/paths.ts'
import { BarChart } from '#app/ui/bar-chart.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import { filterField } from '#app/ui/filter-field.ts'
import { formatCount, formatFullDay } from '#app/ui/format.ts'
import { Page } from '#app/ui/page.tsx'
import { database } from '#db/client.server.ts'
import { untilFrom } from './radar.server.ts'

export const meta: MetaFunction = () => [{ title: 'Wat er verloopt' }]

export async function loader(args: LoaderFunctionArgs) {
  authorize(await requireActor(args), 'renewal.plan')
  const until = untilFrom(args.request)
  return { until, lines: await listRadar(database(), until) }
}

export default function Radar() {
  const { until, lines } = useLoaderData<typeof loader>()
  return (
    <Page
      title="Wat er verloopt"
      intro={`Wie vóór ${formatFullDay(until)} iets opnieuw moet halen, en nog nergens voor is ingeschreven. Ook wat het afgelopen jaar verliep, telt mee.`}
      back={{ href: paths.desk(), label: 'Beheer' }}
    >
      <FilterBar label="wat er verloopt">
        <DateField field={filterField('voor', until)} label="Verloopt vóór" />
      </FilterBar>
      {lines.length > 0 ? (
        <>
          <BarChart
            caption="Hoeveel mensen het opnieuw nodig hebben"
            labelName="Bewijs"
            valueName="Mensen"
            bars={lines.map(({ typeCode, title, people }) => ({
              label: title,
              value: people,
              text: formatCount(people, 'persoon', 'mensen'),
              href: paths.radarOf(typeCode, until),
            }))}
          />
          <RadarTable lines={lines} until={until} />
        </>
      ) : (
        <EmptyState title="Er verloopt niets waarvoor nog niemand is ingeschreven.">
          Kies een latere dag om verder vooruit te kijken.
        </EmptyState>
      )}
    </Page>
  )
}
