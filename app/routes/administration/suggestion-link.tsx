import { useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { findOpenSuggestion } from '#app/features/organisations/managed-organisations-queries.server.ts'
import { newOrganisation, organisationOptions } from '#app/features/organisations/organisation-choice.ts'
import { linkSuggestionForm } from '#app/features/organisations/organisation-form.ts'
import { listOrganisationsForChoice } from '#app/features/organisations/organisation-queries.server.ts'
import { organisationKinds, organisationKindWords } from '#app/features/organisations/organisation-texts.ts'
import { settleSuggestion } from '#app/features/organisations/settle-suggestion.server.ts'
import { paths } from '#app/paths.ts'
import { idFrom, submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { Acts, Button } from '#app/ui/button.tsx'
import { FieldRow, FieldSet, Form } from '#app/ui/form.tsx'
import { Page } from '#app/ui/page.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Welke school is dit?' }]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'organisation.manage')
  const db = database()
  const suggestion = orNotFound(await findOpenSuggestion(db, idFrom(args.params.id)))
  const organisations = await listOrganisationsForChoice(db, { kinds: [...organisationKinds] })
  return { suggestion, places: organisationOptions(organisations) }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'organisation.manage')
  const suggestionId = idFrom(args.params.id)
  return submit(args.request, linkSuggestionForm, async (answer) => {
    const db = database()
    orNotFound(await findOpenSuggestion(db, suggestionId))
    await settleSuggestion(db, actor, { suggestionId }, answer)
    return redirectWithNotice(
      paths.manageOrganisations(),
      'dismiss' in answer ? 'De genoemde school is terzijde gelegd.' : 'De school staat bij deze persoon.',
    )
  })
}

type Values = { place: string; name: string; town: string; kind: string }

export default function LinkSuggestion() {
  const { suggestion, places } = useLoaderData<typeof loader>()
  const { name, town, personName, personId } = suggestion
  const [form, fields] = useForm<Values>({
    lastResult: useActionData<typeof action>()?.result,
    defaultValue: { name, town, kind: 'secondary_school' },
  })
  return (
    <Page
      title="Welke school is dit?"
      intro={
        <p>
          <a href={paths.managePerson(personId)}>{personName}</a> noemde: {name}, in {town}.
        </p>
      }
      back={{ href: paths.manageOrganisations(), label: 'Organisaties' }}
      narrow
    >
      <Form form={form}>
        <SelectField
          field={fields.place}
          label="Dit is"
          empty="Kies een organisatie"
          required
          choices={[{ value: newOrganisation, label: 'Een nieuwe organisatie' }, ...places]}
        />
        <FieldSet legend="Bij een nieuwe organisatie">
          <FieldRow>
            <TextField field={fields.name} label="Naam" />
            <TextField field={fields.town} label="Plaats" />
          </FieldRow>
          <SelectField
            field={fields.kind}
            label="Soort"
            choices={organisationKinds.map((kind) => ({ value: kind, label: organisationKindWords[kind] }))}
          />
        </FieldSet>
        <Acts>
          <Button>Zet bij {personName}</Button>
        </Acts>
      </Form>
      <Form bare>
        <input type="hidden" name="act" value="dismiss" />
        <Button kind="danger">Leg terzijde</Button>
      </Form>
    </Page>
  )
}
