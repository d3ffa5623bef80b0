import { useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { organisationOptions } from '#app/features/organisations/organisation-choice.ts'
import { listOrganisationsForChoice } from '#app/features/organisations/organisation-queries.server.ts'
import { organisationKinds } from '#app/features/organisations/organisation-texts.ts'
import { addPerson } from '#app/features/people/add-person.server.ts'
import { newPersonForm } from '#app/features/people/managed-person-form.ts'
import { membershipRoles, membershipRoleWords } from '#app/features/people/membership-texts.ts'
import { paths } from '#app/paths.ts'
import { submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { Acts, Button } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/choice-fields.tsx'
import { FieldRow, Form } from '#app/ui/form.tsx'
import { Page } from '#app/ui/page.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Nieuwe persoon' }]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'person.manage')
  const organisations = await listOrganisationsForChoice(database(), { kinds: [...organisationKinds] })
  return { places: organisationOptions(organisations) }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'person.manage')
  return submit(args.request, newPersonForm, async (input) => {
    const { personId, mailId } = await addPerson(database(), actor, input)
    const name = `${input.givenName} ${input.familyName}`
    const text = input.invite ? `${name} staat erbij en is uitgenodigd.` : `${name} staat erbij.`
    return redirectWithNotice(paths.managePerson(personId), { kind: 'ok', text, mailId })
  })
}

type Values = {
  givenName: string
  familyName: string
  telephone: string
  address: string
  place: string
  role: string
  invite: string
}

export default function NewPerson() {
  const { places } = useLoaderData<typeof loader>()
  const [form, fields] = useForm<Values>({
    lastResult: useActionData<typeof action>()?.result,
    defaultValue: { role: 'teacher' },
  })
  return (
    <Page title="Nieuwe persoon" back={{ href: paths.managePeople(), label: 'Mensen' }} narrow>
      <Form form={form} keep>
        <FieldRow>
          <TextField field={fields.givenName} label="Voornaam" required />
          <TextField field={fields.familyName} label="Achternaam" hint="Met tussenvoegsel." required />
        </FieldRow>
        <TextField
          field={fields.address}
          label="E-mailadres"
          hint="Zonder adres kun je iemand inschrijven, maar niet uitnodigen."
          type="email"
        />
        <TextField field={fields.telephone} label="Telefoon" type="tel" short />
        <SelectField
          field={fields.place}
          label="Waar werkt deze persoon?"
          empty="Nog niet bekend"
          choices={places}
        />
        <SelectField
          field={fields.role}
          label="Rol daar"
          required
          choices={membershipRoles.map((role) => ({ value: role, label: membershipRoleWords[role] }))}
        />
        <Checkbox
          field={fields.invite}
          label="Nodig meteen uit"
          hint="De uitnodiging gaat per mail; de link werkt twee weken."
        />
        <Acts>
          <Button>Voeg toe</Button>
        </Acts>
      </Form>
    </Page>
  )
}
