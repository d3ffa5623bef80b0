import { useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { findUnmergedPerson } from '#app/features/people/managed-people-queries.server.ts'
import { regionRolesForm } from '#app/features/people/managed-person-form.ts'
import { type RegionRoleName, regionRoles, regionRoleWords } from '#app/features/people/membership-texts.ts'
import { setRegionRoles } from '#app/features/people/set-region-roles.server.ts'
import { paths } from '#app/paths.ts'
import { idFrom, submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { Acts, Button } from '#app/ui/button.tsx'
import { CheckboxGroup } from '#app/ui/choice-fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { capitalise } from '#app/ui/format.ts'
import { Page } from '#app/ui/page.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Rol in de regio' }]

const hints: Record<RegionRoleName, string> = {
  coordinator: 'Plant het aanbod en ziet de gegevens van alle mensen in de regio.',
  reviewer: 'Beoordeelt praktijkmodules voordat ze verschijnen.',
  administrator: 'Beheert accounts en instellingen, geeft deze rollen en leest het postvak.',
}

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'region-role.grant')
  const person = orNotFound(await findUnmergedPerson(database(), idFrom(args.params.id)))
  return { id: person.id, name: person.name, values: { roles: person.regionRoles as string[] } }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'region-role.grant')
  const personId = idFrom(args.params.id)
  return submit(args.request, regionRolesForm, async (input) => {
    await setRegionRoles(database(), actor, { personId }, input)
    return redirectWithNotice(paths.managePerson(personId), 'De rollen zijn bijgewerkt.')
  })
}

export default function RegionRoles() {
  const { id, name, values } = useLoaderData<typeof loader>()
  const [form, fields] = useForm<typeof values>({
    lastResult: useActionData<typeof action>()?.result,
    defaultValue: values,
  })
  return (
    <Page title="Rol in de regio" back={{ href: paths.managePerson(id), label: name }} narrow>
      <Form form={form} bare>
        <CheckboxGroup
          field={fields.roles}
          label={`Wat is ${name} voor de regio?`}
          choices={regionRoles.map((role) => ({
            value: role,
            label: capitalise(regionRoleWords[role]),
            hint: hints[role],
          }))}
        />
        <Acts>
          <Button>Bewaar</Button>
        </Acts>
      </Form>
    </Page>
  )
}
