import { useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { findManagedEdition } from '#app/features/catalogue/edition-management-queries.server.ts'
import { changeCapacity } from '#app/features/enrolment/change-capacity.server.ts'
import { capacityForm } from '#app/features/enrolment/enrolment-form.ts'
import { paths } from '#app/paths.ts'
import { idFrom, submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { Acts, Button } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'
import { formatCount } from '#app/ui/format.ts'
import { NumberField } from '#app/ui/number-field.tsx'
import { Page } from '#app/ui/page.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Plekken wijzigen' }]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'edition.manage')
  const edition = orNotFound(await findManagedEdition(database(), idFrom(args.params.id)))
  const { id, title, code, placesHeld, waiting, capacity } = edition
  return { id, name: `${title}, ${code}`, placesHeld, waiting, values: { capacity: String(capacity) } }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'edition.manage')
  const id = idFrom(args.params.id)
  return submit(args.request, capacityForm, async (input) => {
    const { promoted } = await changeCapacity(database(), actor, { id }, input)
    const told =
      promoted > 0 ? ` ${formatCount(promoted, 'wachtende krijgt', 'wachtenden krijgen')} bericht.` : ''
    return redirectWithNotice(
      paths.manageParticipants(id),
      `Er zijn nu ${formatCount(input.capacity, 'plek', 'plekken')}.${told}`,
    )
  })
}

export default function ChangeCapacity() {
  const { id, name, placesHeld, waiting, values } = useLoaderData<typeof loader>()
  const [form, fields] = useForm<{ capacity: string }>({
    lastResult: useActionData<typeof action>()?.result,
    defaultValue: values,
  })
  return (
    <Page
      title="Plekken wijzigen"
      intro={`Nu ${formatCount(placesHeld, 'plek', 'plekken')} vergeven, en ${formatCount(waiting, 'wachtende', 'wachtenden')}. Komen er plekken bij, dan gaan die meteen naar wie het langst wacht.`}
      back={{ href: paths.manageEdition(id), label: name }}
      narrow
    >
      <Form form={form} bare>
        <NumberField field={fields.capacity} label="Aantal plekken" required />
        <Acts>
          <Button>Bewaar</Button>
        </Acts>
      </Form>
    </Page>
  )
}
