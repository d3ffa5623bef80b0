import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireActor } from '#app/access/require-actor.server.ts'
import { newGroupForm } from '#app/features/requirements/requirement-form.ts'
import { listPeopleInView, listTeamsInView } from '#app/features/requirements/requirement-queries.server.ts'
import { requirementTexts as texts } from '#app/features/requirements/requirement-texts.ts'
import { createGroup } from '#app/features/requirements/save-group.server.ts'
import { paths } from '#app/paths.ts'
import { submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { idOf } from '#app/platform/search-params.ts'
import { Page } from '#app/ui/page.tsx'
import { database } from '#db/client.server.ts'
import { GroupForm } from './group-form.tsx'
import { viewFrom } from './view.server.ts'

export const meta: MetaFunction = () => [{ title: 'Nieuwe groep' }]

/** Of the school that a coordinator looks at, or of the one team that somebody leads; of several, `?team=` says which. */
async function keeperFrom(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await requireActor(args)
  const { view, schoolId } = viewFrom(args.request, actor)
  const teams = await listTeamsInView(database(), view)
  if (schoolId !== undefined)
    return { actor, schoolId, keeper: { organisationId: schoolId, teamId: null }, teams: [] }
  const wanted = idOf(new URL(args.request.url).searchParams, 'team')
  const team = orNotFound(teams.find(({ id }) => id === wanted) ?? teams[0])
  return { actor, schoolId, keeper: { organisationId: team.organisationId, teamId: team.id }, teams }
}

export async function loader(args: LoaderFunctionArgs) {
  const { schoolId, keeper, teams } = await keeperFrom(args)
  const people = await listPeopleInView(
    database(),
    keeper.teamId === null ? { organisationId: keeper.organisationId } : { teamIds: [keeper.teamId] },
  )
  return {
    schoolId,
    team: teams.find(({ id }) => id === keeper.teamId)?.name ?? null,
    others: teams.filter(({ id }) => id !== keeper.teamId).map(({ id, name }) => ({ id, name })),
    people: people.map(({ id, name }) => ({ id, name })),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { actor, schoolId, keeper } = await keeperFrom(args)
  return submit(args.request, newGroupForm, async (input) => {
    await createGroup(database(), actor, keeper, input)
    return redirectWithNotice(paths.requirements(schoolId), texts.groupSaved)
  })
}

export default function NewGroup() {
  const { schoolId, team, others, people } = useLoaderData<typeof loader>()
  return (
    <Page
      title="Nieuwe groep"
      eyebrow={team ? `Team ${team}` : 'Van de hele school'}
      back={{ href: paths.requirements(schoolId), label: 'Eisen en groepen' }}
      narrow
    >
      {others.length > 0 && (
        <p>
          Een groep van een ander team:{' '}
          {others.map(({ id, name }, index) => (
            <span key={id}>
              {index > 0 && ', '}
              <a href={`${paths.newGroup()}?team=${id}`}>{name}</a>
            </span>
          ))}
        </p>
      )}
      <GroupForm
        people={people}
        values={{ name: '', members: [] }}
        lastResult={useActionData<typeof action>()?.result}
        removable={false}
      />
    </Page>
  )
}
