import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { filterQuery, noFilter } from '#app/features/catalogue/catalogue-filter.ts'
import { listOfferings } from '#app/features/catalogue/catalogue-queries.server.ts'
import { OfferingList } from '#app/features/catalogue/components/offering-row.tsx'
import { findProject } from '#app/features/programme/programme-queries.server.ts'
import { paths } from '#app/paths.ts'
import { fullAddress } from '#app/platform/address.server.ts'
import { now } from '#app/platform/clock.ts'
import { idFrom } from '#app/platform/forms.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { pageMeta } from '#app/routes/page-meta.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { formatCount } from '#app/ui/format.ts'
import { Page } from '#app/ui/page.tsx'
import { Section } from '#app/ui/section.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { database } from '#db/client.server.ts'

export { visitorPageHeaders as headers } from '#app/platform/visitor-page.server.ts'

export async function loader({ params }: LoaderFunctionArgs) {
  const number = numberFrom(params.project)
  const [project, offer] = await Promise.all([
    findProject(database(), number),
    listOfferings(database(), { ...noFilter, project: number }),
  ])
  return { project: orNotFound(project), offer, at: now(), address: fullAddress(paths.project(number)) }
}

/** `project-6`; the numbers of projects are small. */
function numberFrom(segment: string | undefined): number {
  return idFrom(/^project-(\d{1,3})$/.exec(segment ?? '')?.[1])
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data
    ? pageMeta(matches, {
        title: `Project ${data.project.number}: ${data.project.title}`,
        description: data.project.summary,
        address: data.address,
      })
    : []

export default function Project() {
  const { project, offer, at } = useLoaderData<typeof loader>()
  const more = offer.total - offer.rows.length
  return (
    <Page
      back={{ href: paths.programme(), label: 'Programma' }}
      eyebrow={`Project ${project.number}`}
      title={project.title}
      intro={project.summary}
    >
      {project.goals.length > 0 && (
        <Section title="Waarvoor we het doen">
          <ul>
            {project.goals.map((goal) => (
              <li key={goal.number}>{goal.title}</li>
            ))}
          </ul>
        </Section>
      )}
      <Section title="Wat je kunt doen" ruled>
        {offer.rows.length > 0 ? (
          <OfferingList rows={offer.rows} at={at} level={3} />
        ) : (
          <EmptyState
            title="Dit project heeft nu geen aanbod"
            act={<TextLink href={paths.catalogue()}>Bekijk het hele aanbod</TextLink>}
          >
            Hier komen de cursussen en workshops die bij dit project horen.
          </EmptyState>
        )}
        {more > 0 && (
          <TextLink href={paths.catalogue() + filterQuery({ project: project.number, page: 2 })} onward>
            Nog {formatCount(more, 'activiteit', 'activiteiten')}
          </TextLink>
        )}
      </Section>
    </Page>
  )
}
