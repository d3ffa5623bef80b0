import { useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { TeamFields, type TeamValues } from '#app/features/organisations/components/team-fields.tsx'
import {
  findManagedOrganisation,
  listSites,
} from '#app/features/organisations/managed-organisations-queries.server.ts'
import { teamForm } from '#app/features/organisations/organisation-form.ts'
import { addTeam } from '#app/features/organisations/save-team.server.ts'
import { paths } from '#app/paths.ts'
import { idFrom, submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { Acts, Button } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'
import { Page } from '#app/ui/page.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Team toevoegen' }]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'organisation.manage')
  const db = database()
  const { id, name } = orNotFound(await findManagedOrganisation(db, idFrom(args.params.id)))
  const sites = await listSites(db, id)
  return { id, name, sites: sites.map((site) => ({ id: site.id, name: site.name })) }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'organisation.manage')
  const id = idFrom(args.params.id)
  return submit(args.request, teamForm, async (input) => {
    await addTeam(database(), actor, { id }, input)
    return redirectWithNotice(
      paths.manageOrganisation(id),
      `Het team ${input.name} staat erbij. Geef iemand de rol van teamleider.`,
    )
  })
}

export default function NewTeam() {
  const { id, name, sites } = useLoaderData<typeof loader>()
  const [form, fields] = useForm<TeamValues>({
    lastResult: useActionData<typeof action>()?.result,
    defaultValue: { approvesEnrolments: 'on' },
  })
  return (
    <Page title="Team toevoegen" back={{ href: paths.manageOrganisation(id), label: name }} narrow>
      <Form form={form}>
        <TeamFields fields={fields} sites={sites} />
        <Acts>
          <Button>Voeg toe</Button>
        </Acts>
      </Form>
    </Page>
  )
}
