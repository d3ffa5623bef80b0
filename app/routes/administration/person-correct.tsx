import { useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { correctPerson } from '#app/features/people/correct-person.server.ts'
import { findUnmergedPerson } from '#app/features/people/managed-people-queries.server.ts'
import { correctPersonForm } from '#app/features/people/managed-person-form.ts'
import { paths } from '#app/paths.ts'
import { idFrom, submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { Acts, Button } from '#app/ui/button.tsx'
import { FieldRow, Form } from '#app/ui/form.tsx'
import { Page } from '#app/ui/page.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Gegevens wijzigen' }]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'person.manage')
  const person = orNotFound(await findUnmergedPerson(database(), idFrom(args.params.id)))
  const { id, name, givenName, familyName, telephone } = person
  return { id, name, values: { givenName, familyName, telephone: telephone ?? '' } }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'person.manage')
  const personId = idFrom(args.params.id)
  return submit(args.request, correctPersonForm, async (input) => {
    await correctPerson(database(), actor, { personId }, input)
    return redirectWithNotice(paths.managePerson(personId), 'De gegevens zijn gewijzigd.')
  })
}

export default function CorrectPerson() {
  const { id, name, values } = useLoaderData<typeof loader>()
  const [form, fields] = useForm<typeof values>({
    lastResult: useActionData<typeof action>()?.result,
    defaultValue: values,
  })
  return (
    <Page title="Gegevens wijzigen" back={{ href: paths.managePerson(id), label: name }} narrow>
      <Form form={form} keep>
        <FieldRow>
          <TextField field={fields.givenName} label="Voornaam" required />
          <TextField field={fields.familyName} label="Achternaam" hint="Met tussenvoegsel." required />
        </FieldRow>
        <TextField field={fields.telephone} label="Telefoon" type="tel" short />
        <p>Op wat al is uitgereikt, blijft de oude naam staan.</p>
        <Acts>
          <Button>Bewaar</Button>
        </Acts>
      </Form>
    </Page>
  )
}
