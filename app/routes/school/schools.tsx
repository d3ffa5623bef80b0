import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { can } from '#app/access/abilities.ts'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { listReportedSchools } from '#app/features/figures/school-report-queries.server.ts'
import { paths } from '#app/paths.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Page } from '#app/ui/page.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Scholen' }]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'school-figures.list')
  const own = actor.memberships
    .filter(({ role }) => role === 'director')
    .map(({ organisationId }) => organisationId)
  const schools = await listReportedSchools(database(), can(actor, 'figures.see') ? undefined : own)
  const [only, ...others] = schools
  if (only && others.length === 0) throw redirect(paths.school(only.id))
  return { schools }
}

export default function Schools() {
  const { schools } = useLoaderData<typeof loader>()
  return (
    <Page title="Scholen" intro="Van elke school één blad met cijfers, zonder namen." narrow>
      {schools.length === 0 ? (
        <EmptyState title="Er is nog geen school.">Zodra er een school is, staat die hier.</EmptyState>
      ) : (
        <ul>
          {schools.map(({ id, name, town }) => (
            <li key={id}>
              <a href={paths.school(id)}>{`${name}, ${town}`}</a>
            </li>
          ))}
        </ul>
      )}
    </Page>
  )
}
