import { useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { findUnmergedPerson } from '#app/features/people/managed-people-queries.server.ts'
import { enterQualification } from '#app/features/qualifications/enter-qualification.server.ts'
import { enterQualificationForm } from '#app/features/qualifications/qualification-form.ts'
import { listQualificationTypes } from '#app/features/qualifications/qualification-queries.server.ts'
import { qualificationTexts } from '#app/features/qualifications/qualification-texts.ts'
import { howChecked } from '#app/features/qualifications/verification.ts'
import { howWords } from '#app/features/qualifications/verification-texts.ts'
import { paths } from '#app/paths.ts'
import { idFrom, submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { Acts, Button } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice-fields.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { FieldRow, Form } from '#app/ui/form.tsx'
import { capitalise } from '#app/ui/format.ts'
import { Page } from '#app/ui/page.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Bewijs invoeren' }]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'qualification.manage')
  const db = database()
  const person = orNotFound(await findUnmergedPerson(db, idFrom(args.params.id)))
  const types = await listQualificationTypes(db)
  return {
    id: person.id,
    name: person.name,
    types: types.map(({ code, title }) => ({ value: code, label: title })),
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'qualification.manage')
  const id = idFrom(args.params.id)
  return submit(args.request, enterQualificationForm, async (input) => {
    const db = database()
    orNotFound(await findUnmergedPerson(db, id))
    await enterQualification(db, actor, { id }, input)
    return redirectWithNotice(paths.managePerson(id), qualificationTexts.entered)
  })
}

type Values = {
  typeCode: string
  scope: string
  number: string
  issuedOn: string
  validUntil: string
  issuer: string
  how: string
}

export default function EnterQualification() {
  const { id, name, types } = useLoaderData<typeof loader>()
  const [form, fields] = useForm<Values>({ lastResult: useActionData<typeof action>()?.result })
  return (
    <Page
      title="Bewijs invoeren"
      intro="Voer alleen in wat je zelf op papier of in een register hebt gezien."
      back={{ href: paths.managePerson(id), label: name }}
      narrow
    >
      <Form form={form} keep>
        <SelectField
          field={fields.typeCode}
          label="Soort bewijs"
          empty="Kies een soort"
          choices={types}
          required
        />
        <TextField field={fields.scope} label="Waarvoor" hint="Bijvoorbeeld: laagspanning, of heftruck." />
        <FieldRow>
          <DateField field={fields.issuedOn} label="Afgegeven op" required />
          <DateField
            field={fields.validUntil}
            label="Geldig tot en met"
            hint="Leeg: de gewone termijn van deze soort."
          />
        </FieldRow>
        <FieldRow>
          <TextField field={fields.number} label="Nummer" />
          <TextField field={fields.issuer} label="Afgegeven door" />
        </FieldRow>
        <RadioGroup
          field={fields.how}
          label="Hoe weet je dat het klopt?"
          required
          choices={howChecked.map((how) => ({ value: how, label: capitalise(howWords[how]) }))}
        />
        <Acts>
          <Button>Zet in het dossier</Button>
        </Acts>
      </Form>
    </Page>
  )
}
