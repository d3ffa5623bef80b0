import { useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import {
  findManagedOrganisation,
  listSites,
} from '#app/features/organisations/managed-organisations-queries.server.ts'
import { roomForm } from '#app/features/organisations/organisation-form.ts'
import { renameRoom } from '#app/features/organisations/save-site.server.ts'
import { paths } from '#app/paths.ts'
import { idFrom, submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { Acts, Button } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'
import { Page } from '#app/ui/page.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Lokaal een andere naam geven' }]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'organisation.manage')
  const db = database()
  const organisation = orNotFound(await findManagedOrganisation(db, idFrom(args.params.id)))
  const roomId = idFrom(args.params.room)
  const sites = await listSites(db, organisation.id)
  const room = orNotFound(sites.flatMap(({ rooms }) => rooms).find(({ id }) => id === roomId))
  const values = { name: room.name }
  return { organisationId: organisation.id, organisation: organisation.name, roomId, values }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'organisation.manage')
  const [organisationId, id] = [idFrom(args.params.id), idFrom(args.params.room)]
  return submit(args.request, roomForm, async (input) => {
    await renameRoom(database(), actor, { id, organisationId }, input)
    return redirectWithNotice(paths.manageOrganisation(organisationId), `Het lokaal heet nu ${input.name}.`)
  })
}

export default function RenameRoom() {
  const { organisationId, organisation, roomId, values } = useLoaderData<typeof loader>()
  const [form, fields] = useForm<{ name: string }>({
    lastResult: useActionData<typeof action>()?.result,
    defaultValue: values,
  })
  return (
    <Page
      title="Lokaal een andere naam geven"
      intro="Wie hier een bijeenkomst heeft, leest meteen de nieuwe naam."
      back={{ href: paths.manageOrganisation(organisationId), label: organisation }}
      narrow
    >
      <Form form={form} bare>
        <TextField field={fields.name} label="Naam" required />
        <Acts>
          <Button>Bewaar</Button>
        </Acts>
      </Form>
      <p>
        <TextLink href={paths.roomCalendar(organisationId, roomId)} onward>
          Agenda-adres van dit lokaal
        </TextLink>
      </p>
    </Page>
  )
}
