import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { can } from '#app/access/abilities.ts'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { SchoolSheet } from '#app/features/figures/components/school-sheet.tsx'
import { readSchoolReport } from '#app/features/figures/school-report-queries.server.ts'
import { findOrganisation } from '#app/features/organisations/organisation-queries.server.ts'
import { paths } from '#app/paths.ts'
import { today } from '#app/platform/clock.ts'
import { idFrom } from '#app/platform/forms.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { formatFullDay } from '#app/ui/format.ts'
import { Page } from '#app/ui/page.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.school.name ?? 'School' }]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const organisationId = idFrom(args.params.id)
  authorize(actor, 'school-figures.see', { organisationId })
  const db = database()
  const school = orNotFound(await findOrganisation(db, organisationId))
  return {
    school: { id: school.id, name: school.name, town: school.town },
    day: today(),
    several:
      can(actor, 'figures.see') || actor.memberships.filter(({ role }) => role === 'director').length > 1,
    report: await readSchoolReport(db, organisationId),
  }
}

export default function School() {
  const { school, day, several, report } = useLoaderData<typeof loader>()
  return (
    <Page
      title={school.name}
      eyebrow={`${school.town} · stand van ${formatFullDay(day)}`}
      intro="Eén blad om te bespreken of te bewaren: druk het af, dan past het op één vel. Er staan geen namen op."
      act={<LinkButton href={paths.coverage(school.id)}>Dekking van de examenmodules</LinkButton>}
      back={several ? { href: paths.schools(), label: 'Scholen' } : undefined}
    >
      <SchoolSheet report={report} />
    </Page>
  )
}
