import { useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { chooseTaughtModules } from '#app/features/coverage/choose-modules.server.ts'
import { ModuleChoice } from '#app/features/coverage/components/module-choice.tsx'
import { taughtModulesForm } from '#app/features/coverage/coverage-form.ts'
import { listModulesOfSchool, listProfiles } from '#app/features/coverage/coverage-queries.server.ts'
import { coverageTexts as texts } from '#app/features/coverage/coverage-texts.ts'
import { findOrganisation } from '#app/features/organisations/organisation-queries.server.ts'
import { paths } from '#app/paths.ts'
import { idFrom, submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { Acts, Button } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'
import { Page } from '#app/ui/page.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Wat de school geeft' }]

async function find(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await requireActor(args)
  const organisationId = idFrom(args.params.id)
  authorize(actor, 'school-modules.manage', { organisationId })
  return { actor, organisationId }
}

export async function loader(args: LoaderFunctionArgs) {
  const { organisationId } = await find(args)
  const db = database()
  const [school, profiles, modules] = await Promise.all([
    findOrganisation(db, organisationId),
    listProfiles(db),
    listModulesOfSchool(db, organisationId),
  ])
  const { id, name } = orNotFound(school)
  return { school: { id, name }, profiles, modules }
}

export async function action(args: ActionFunctionArgs) {
  const { actor, organisationId } = await find(args)
  return submit(args.request, taughtModulesForm, async (input) => {
    await chooseTaughtModules(database(), actor, { organisationId }, input)
    return redirectWithNotice(paths.coverage(organisationId), texts.saved)
  })
}

export default function TaughtModules() {
  const { school, profiles, modules } = useLoaderData<typeof loader>()
  const [form, fields] = useForm<{ modules: string[] }>({
    lastResult: useActionData<typeof action>()?.result,
    defaultValue: { modules: modules.filter(({ taught }) => taught).map(({ code }) => code) },
  })
  return (
    <Page
      title="Wat de school geeft"
      eyebrow={school.name}
      intro="Kies de examenmodules die leerlingen hier volgen: de profielmodules en de keuzevakken. Alleen die tellen mee in de dekking."
      back={{ href: paths.coverage(school.id), label: 'Dekking van de examenmodules' }}
      narrow
    >
      <Form form={form} keep>
        <ModuleChoice field={fields.modules} profiles={profiles} modules={modules} />
        <Acts>
          <Button>Bewaar</Button>
        </Acts>
      </Form>
    </Page>
  )
}
