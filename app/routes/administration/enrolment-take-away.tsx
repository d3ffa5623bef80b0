import { useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { reasonForm } from '#app/features/enrolment/enrolment-form.ts'
import { enrolmentTexts } from '#app/features/enrolment/enrolment-texts.ts'
import { findManagedEnrolment } from '#app/features/enrolment/participants-queries.server.ts'
import { takeAwayPlace } from '#app/features/enrolment/take-away-place.server.ts'
import { paths } from '#app/paths.ts'
import { idFrom, submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { Acts, Button } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'
import { Page } from '#app/ui/page.tsx'
import { TextArea } from '#app/ui/text-field.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Uit de lijst halen' }]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'enrolment.manage')
  const { id, name, title, code } = orNotFound(await findManagedEnrolment(database(), idFrom(args.params.id)))
  return { id, name, edition: `${title}, ${code}` }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'enrolment.manage')
  const id = idFrom(args.params.id)
  return submit(args.request, reasonForm, async (input) => {
    const { name, editionId, mailId } = await takeAwayPlace(database(), actor, { id }, input)
    const text = enrolmentTexts.takenOut(name)
    return redirectWithNotice(paths.manageParticipants(editionId), { kind: 'ok', text, mailId })
  })
}

export default function TakeAwayPlace() {
  const { id, name, edition } = useLoaderData<typeof loader>()
  const [form, fields] = useForm<{ reason: string }>({
    lastResult: useActionData<typeof action>()?.result,
  })
  return (
    <Page
      title={`${name} uit de lijst halen`}
      eyebrow={edition}
      intro={`De plek gaat naar de eerste op de wachtlijst. ${name} krijgt bericht, met de reden die je hier geeft.`}
      back={{ href: paths.manageEnrolment(id), label: 'Inschrijving' }}
      narrow
    >
      <Form form={form}>
        <TextArea field={fields.reason} label="Reden" rows={2} required />
        <Acts>
          <Button kind="danger">Haal uit de lijst</Button>
        </Acts>
      </Form>
    </Page>
  )
}
