import { useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { organisationOptions } from '#app/features/organisations/organisation-choice.ts'
import { listOrganisationsForChoice } from '#app/features/organisations/organisation-queries.server.ts'
import { organisationKinds } from '#app/features/organisations/organisation-texts.ts'
import { findUnmergedPerson } from '#app/features/people/managed-people-queries.server.ts'
import { startMembershipForm } from '#app/features/people/managed-person-form.ts'
import { membershipRoles, membershipRoleWords } from '#app/features/people/membership-texts.ts'
import { startMembership } from '#app/features/people/start-membership.server.ts'
import { paths } from '#app/paths.ts'
import { today } from '#app/platform/clock.ts'
import { idFrom, submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { Acts, Button } from '#app/ui/button.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { Form } from '#app/ui/form.tsx'
import { Page } from '#app/ui/page.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Werk toevoegen' }]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'person.manage')
  const db = database()
  const person = orNotFound(await findUnmergedPerson(db, idFrom(args.params.id)))
  const organisations = await listOrganisationsForChoice(db, { kinds: [...organisationKinds] })
  return {
    id: person.id,
    name: person.name,
    places: organisationOptions(organisations),
    values: { place: '', role: 'teacher', startsOn: today() },
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'person.manage')
  const personId = idFrom(args.params.id)
  return submit(args.request, startMembershipForm, async ({ place, ...input }) => {
    const db = database()
    orNotFound(await findUnmergedPerson(db, personId))
    await startMembership(db, actor, { personId }, { ...place, ...input })
    return redirectWithNotice(paths.managePerson(personId), 'Het werk staat erbij.')
  })
}

export default function NewMembership() {
  const { id, name, places, values } = useLoaderData<typeof loader>()
  const [form, fields] = useForm<typeof values>({
    lastResult: useActionData<typeof action>()?.result,
    defaultValue: values,
  })
  return (
    <Page title="Werk toevoegen" back={{ href: paths.managePerson(id), label: name }} narrow>
      <Form form={form} keep>
        <SelectField
          field={fields.place}
          label="Organisatie"
          hint="Kies het team, als dat er staat: de teamleider keurt inschrijvingen goed."
          empty="Kies een organisatie"
          choices={places}
          required
        />
        <SelectField
          field={fields.role}
          label="Rol"
          choices={membershipRoles.map((role) => ({ value: role, label: membershipRoleWords[role] }))}
          required
        />
        <DateField field={fields.startsOn} label="Vanaf" required />
        <Acts>
          <Button>Voeg toe</Button>
        </Acts>
      </Form>
    </Page>
  )
}
