import { useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireActor } from '#app/access/require-actor.server.ts'
import { listQualificationTypes } from '#app/features/qualifications/qualification-queries.server.ts'
import { RequirementFields } from '#app/features/requirements/components/requirement-fields.tsx'
import { requirementForm } from '#app/features/requirements/requirement-form.ts'
import { listGroups, listTeamsInView } from '#app/features/requirements/requirement-queries.server.ts'
import { requirementTexts as texts } from '#app/features/requirements/requirement-texts.ts'
import { setRequirement } from '#app/features/requirements/save-requirement.server.ts'
import { paths } from '#app/paths.ts'
import { submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { Acts, Button } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'
import { Page } from '#app/ui/page.tsx'
import { database } from '#db/client.server.ts'
import { viewFrom } from './view.server.ts'

export const meta: MetaFunction = () => [{ title: 'Nieuwe eis' }]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { view, schoolId } = viewFrom(args.request, actor)
  const db = database()
  const [teams, groups, types] = await Promise.all([
    listTeamsInView(db, view),
    listGroups(db, view),
    listQualificationTypes(db),
  ])
  const ofSchool =
    schoolId === undefined
      ? []
      : [
          { value: `school:${schoolId}`, label: 'Iedereen die lesgeeft op deze school' },
          { value: `role:${schoolId}:instructor`, label: 'Iedere instructeur van deze school' },
          { value: `role:${schoolId}:teacher`, label: 'Iedere docent van deze school' },
        ]
  return {
    schoolId,
    forWhom: [
      ...ofSchool,
      ...teams.map(({ id, name, organisation }) => ({
        value: `team:${id}`,
        label: `Team ${name}, ${organisation}`,
      })),
      ...groups.map(({ id, name }) => ({ value: `group:${id}`, label: `Groep ${name}` })),
    ],
    types: types.map(({ code, title }) => ({ value: code, label: title })),
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const { schoolId } = viewFrom(args.request, actor)
  return submit(args.request, requirementForm, async (input) => {
    const { id } = await setRequirement(database(), actor, input)
    // What people cover together still has to be ticked.
    const to = input.kind === 'cover' ? paths.requirement(id) : paths.requirements(schoolId)
    return redirectWithNotice(to, texts.saved)
  })
}

type Values = {
  forWhom: string
  kind: string
  typeCodes: string[]
  minimum: string
  title: string
  areas: string
}

export default function NewRequirement() {
  const { schoolId, forWhom, types } = useLoaderData<typeof loader>()
  const [form, fields] = useForm<Values>({
    lastResult: useActionData<typeof action>()?.result,
    defaultValue: { kind: 'everyone', forWhom: forWhom.length === 1 ? (forWhom[0]?.value ?? '') : '' },
  })
  return (
    <Page title="Nieuwe eis" back={{ href: paths.requirements(schoolId), label: 'Eisen en groepen' }} narrow>
      <Form form={form} keep>
        <RequirementFields fields={fields} forWhom={forWhom} types={types} />
        <Acts>
          <Button>Bewaar de eis</Button>
        </Acts>
      </Form>
    </Page>
  )
}
