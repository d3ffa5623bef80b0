import { useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { endMembership } from '#app/features/people/end-membership.server.ts'
import { findManagedMembership } from '#app/features/people/managed-people-queries.server.ts'
import { endMembershipForm } from '#app/features/people/managed-person-form.ts'
import { membershipRoleWords } from '#app/features/people/membership-texts.ts'
import { paths } from '#app/paths.ts'
import { today } from '#app/platform/clock.ts'
import { idFrom, submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { Acts, Button } from '#app/ui/button.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { Form } from '#app/ui/form.tsx'
import { formatCount } from '#app/ui/format.ts'
import { Page } from '#app/ui/page.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Werk beëindigen' }]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'person.manage')
  const [personId, id] = [idFrom(args.params.id), idFrom(args.params.membership)]
  const { name, organisation, role } = orNotFound(await findManagedMembership(database(), personId, id))
  return { personId, name, organisation, role, values: { endsOn: today() } }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'person.manage')
  const [personId, id] = [idFrom(args.params.id), idFrom(args.params.membership)]
  return submit(args.request, endMembershipForm, async (input) => {
    const db = database()
    orNotFound(await findManagedMembership(db, personId, id))
    const asked = await endMembership(db, actor, { membershipId: id }, input)
    const text =
      asked === 0
        ? 'De laatste dag staat genoteerd.'
        : `De laatste dag staat genoteerd. Over ${formatCount(asked, 'inschrijving', 'inschrijvingen')} vragen we wat ermee moet gebeuren.`
    return redirectWithNotice(paths.managePerson(personId), text)
  })
}

export default function EndMembership() {
  const { personId, name, organisation, role, values } = useLoaderData<typeof loader>()
  const [form, fields] = useForm<typeof values>({
    lastResult: useActionData<typeof action>()?.result,
    defaultValue: values,
  })
  return (
    <Page
      title={`Stopt bij ${organisation}`}
      intro={`${name} is hier ${membershipRoleWords[role]}. Na de laatste dag ziet de teamleider niets meer van ${name}.`}
      back={{ href: paths.managePerson(personId), label: name }}
      narrow
    >
      <Form form={form}>
        <DateField field={fields.endsOn} label="Laatste dag" required />
        <Acts>
          <Button>Bewaar</Button>
        </Acts>
      </Form>
    </Page>
  )
}
