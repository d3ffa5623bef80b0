import { useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { findManagedPerson } from '#app/features/people/managed-people-queries.server.ts'
import { withdrawQualificationForm } from '#app/features/qualifications/qualification-form.ts'
import { listPapers } from '#app/features/qualifications/qualification-queries.server.ts'
import { qualificationTexts } from '#app/features/qualifications/qualification-texts.ts'
import { withdrawQualification } from '#app/features/qualifications/withdraw-qualification.server.ts'
import { paths } from '#app/paths.ts'
import { idFrom, submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { Acts, Button } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'
import { formatDayYear } from '#app/ui/format.ts'
import { Page } from '#app/ui/page.tsx'
import { TextArea } from '#app/ui/text-field.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Bewijs intrekken' }]

async function find(args: LoaderFunctionArgs) {
  const db = database()
  const [personId, id] = [idFrom(args.params.id), idFrom(args.params.qualification)]
  const person = orNotFound(await findManagedPerson(db, personId))
  const all = await listPapers(db, [personId])
  return { person, qualification: orNotFound(all.find((one) => one.id === id)) }
}

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'qualification.manage')
  const { person, qualification } = await find(args)
  const { title, issuedOn } = qualification
  return { personId: person.id, name: person.name, title, issuedOn }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'qualification.manage')
  const { person, qualification } = await find(args)
  return submit(args.request, withdrawQualificationForm, async (input) => {
    await withdrawQualification(database(), actor, qualification, input)
    return redirectWithNotice(paths.managePerson(person.id), qualificationTexts.withdrawn)
  })
}

export default function WithdrawQualification() {
  const { personId, name, title, issuedOn } = useLoaderData<typeof loader>()
  const [form, fields] = useForm<{ reason: string }>({
    lastResult: useActionData<typeof action>()?.result,
  })
  return (
    <Page
      title={`${title} intrekken`}
      intro={`Het bewijs van ${formatDayYear(issuedOn)} telt dan niet meer mee. Het blijft als ingetrokken in het dossier staan.`}
      back={{ href: paths.managePerson(personId), label: name }}
      narrow
    >
      <Form form={form}>
        <TextArea field={fields.reason} label="Waarom?" rows={2} required />
        <Acts>
          <Button kind="danger">Trek in</Button>
        </Acts>
      </Form>
    </Page>
  )
}
