import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { groupForm } from '#app/features/requirements/requirement-form.ts'
import { findGroup, listPeopleInView } from '#app/features/requirements/requirement-queries.server.ts'
import { requirementTexts as texts } from '#app/features/requirements/requirement-texts.ts'
import { changeGroup, removeGroup } from '#app/features/requirements/save-group.server.ts'
import { paths } from '#app/paths.ts'
import { idFrom, submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { Page } from '#app/ui/page.tsx'
import { database } from '#db/client.server.ts'
import { GroupForm } from './group-form.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.group.name ?? 'Groep' }]

async function find(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await requireActor(args)
  const group = orNotFound(await findGroup(database(), idFrom(args.params.id)))
  authorize(actor, 'requirement.manage', group)
  return { actor, group, schoolId: actor.isCoordinator ? group.organisationId : undefined }
}

export async function loader(args: LoaderFunctionArgs) {
  const { group, schoolId } = await find(args)
  const view = group.teamId === null ? { organisationId: group.organisationId } : { teamIds: [group.teamId] }
  const people = await listPeopleInView(database(), view)
  return { group, schoolId, people: people.map(({ id, name }) => ({ id, name })) }
}

export async function action(args: ActionFunctionArgs) {
  const { actor, group, schoolId } = await find(args)
  return submit(args.request, groupForm, async (input) => {
    if (input.act === 'remove') {
      await removeGroup(database(), actor, group)
      return redirectWithNotice(paths.requirements(schoolId), texts.groupRemoved)
    }
    await changeGroup(database(), actor, group, input)
    return redirectWithNotice(paths.requirements(schoolId), texts.groupSaved)
  })
}

export default function Group() {
  const { group, schoolId, people } = useLoaderData<typeof loader>()
  const known = new Set(people.map(({ id }) => id))
  return (
    <Page
      title={group.name}
      eyebrow="Groep"
      back={{ href: paths.requirements(schoolId), label: 'Eisen en groepen' }}
      narrow
    >
      <GroupForm
        people={people}
        values={{ name: group.name, members: group.members.filter((id) => known.has(id)).map(String) }}
        lastResult={useActionData<typeof action>()?.result}
        removable
      />
    </Page>
  )
}
