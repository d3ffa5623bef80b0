import { useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { giveAddress } from '#app/features/people/manage-addresses.server.ts'
import { findUnmergedPerson } from '#app/features/people/managed-people-queries.server.ts'
import { addressForm } from '#app/features/people/managed-person-form.ts'
import { paths } from '#app/paths.ts'
import { idFrom, submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { Acts, Button } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'
import { Page } from '#app/ui/page.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Adres toevoegen' }]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const person = orNotFound(await findUnmergedPerson(database(), idFrom(args.params.id)))
  authorize(actor, 'person.secure', { hasRegionRole: person.regionRoles.length > 0 })
  return { id: person.id, name: person.name, first: person.addresses.length === 0 }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  // Whether this person has a role in the region is read by the command, which holds the person while it asks.
  authorize(actor, 'person.manage')
  const personId = idFrom(args.params.id)
  return submit(args.request, addressForm, async (input) => {
    const mailId = await giveAddress(database(), actor, { personId }, input)
    const text = mailId
      ? `Naar ${input.address} is een link gemaild. Het adres telt zodra de eigenaar die gebruikt.`
      : `${input.address} staat erbij.`
    return redirectWithNotice(paths.managePerson(personId), { kind: 'ok', text, mailId })
  })
}

export default function GiveAddress() {
  const { id, name, first } = useLoaderData<typeof loader>()
  const [form, fields] = useForm<{ address: string }>({
    lastResult: useActionData<typeof action>()?.result,
  })
  return (
    <Page title="Adres toevoegen" back={{ href: paths.managePerson(id), label: name }} narrow>
      <Form form={form}>
        <TextField
          field={fields.address}
          label="E-mailadres"
          hint={
            first ? 'Hierheen gaat de mail.' : 'De eigenaar krijgt een mail om te bevestigen dat het klopt.'
          }
          type="email"
          required
        />
        <Acts>
          <Button>Voeg toe</Button>
        </Acts>
      </Form>
    </Page>
  )
}
