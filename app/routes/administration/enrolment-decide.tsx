import { useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { approveEnrolment, declineEnrolment } from '#app/features/enrolment/answer-approval.server.ts'
import { approveForm } from '#app/features/enrolment/enrolment-form.ts'
import { enrolmentTexts } from '#app/features/enrolment/enrolment-texts.ts'
import { findManagedEnrolment } from '#app/features/enrolment/participants-queries.server.ts'
import { paths } from '#app/paths.ts'
import { idFrom, submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { orNotFound, Refusal } from '#app/platform/refusal.ts'
import { Acts, Button } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice-fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Page } from '#app/ui/page.tsx'
import { TextArea } from '#app/ui/text-field.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Beslissen voor het team' }]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'enrolment.manage')
  const enrolment = orNotFound(await findManagedEnrolment(database(), idFrom(args.params.id)))
  const { id, name, title, code, team } = enrolment
  return { id, name, team, edition: `${title}, ${code}` }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'enrolment.manage')
  const id = idFrom(args.params.id)
  return submit(args.request, approveForm, async ({ answer, reason }) => {
    const db = database()
    if (answer === 'decline' && !reason) throw new Refusal(enrolmentTexts.reasonNeeded, 'reason')
    const { name, mailId } =
      answer === 'approve'
        ? await approveEnrolment(db, actor, { id })
        : await declineEnrolment(db, actor, { id }, { reason: reason ?? '' })
    const text = answer === 'approve' ? enrolmentTexts.approved(name) : enrolmentTexts.declined(name)
    return redirectWithNotice(paths.manageEnrolment(id), { kind: 'ok', text, mailId })
  })
}

export default function DecideEnrolment() {
  const { id, name, team, edition } = useLoaderData<typeof loader>()
  const [form, fields] = useForm<{ answer: string; reason: string }>({
    lastResult: useActionData<typeof action>()?.result,
  })
  return (
    <Page
      title={`Mag ${name} gaan?`}
      eyebrow={edition}
      intro={`Je beslist in plaats van ${team ?? 'het team'}.`}
      back={{ href: paths.manageEnrolment(id), label: 'Inschrijving' }}
      narrow
    >
      <Form form={form} bare>
        <RadioGroup
          field={fields.answer}
          label="Je antwoord"
          required
          choices={[
            { value: 'approve', label: 'Ja' },
            { value: 'decline', label: 'Nee' },
          ]}
        />
        <TextArea field={fields.reason} label="Bij nee: waarom niet?" hint={`${name} leest dit.`} rows={2} />
        <Acts>
          <Button>Geef antwoord</Button>
        </Acts>
      </Form>
    </Page>
  )
}
