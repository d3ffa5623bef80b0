import { useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { moveEnrolmentForm } from '#app/features/enrolment/enrolment-form.ts'
import { enrolmentTexts } from '#app/features/enrolment/enrolment-texts.ts'
import { moveEnrolment } from '#app/features/enrolment/move-enrolment.server.ts'
import {
  findManagedEnrolment,
  listEditionsToMoveTo,
} from '#app/features/enrolment/participants-queries.server.ts'
import { paths } from '#app/paths.ts'
import { now } from '#app/platform/clock.ts'
import { idFrom, submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { Acts, Button } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice-fields.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Form } from '#app/ui/form.tsx'
import { formatCount, formatLongDay } from '#app/ui/format.ts'
import { Page } from '#app/ui/page.tsx'
import { TextArea } from '#app/ui/text-field.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Naar een andere uitvoering' }]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'enrolment.manage')
  const db = database()
  const enrolment = orNotFound(await findManagedEnrolment(db, idFrom(args.params.id)))
  const { id, name, title, code } = enrolment
  return {
    id,
    name,
    edition: `${title}, ${code}`,
    editions: await listEditionsToMoveTo(db, enrolment, now()),
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'enrolment.manage')
  const id = idFrom(args.params.id)
  return submit(args.request, moveEnrolmentForm, async (input) => {
    const moved = await moveEnrolment(database(), actor, { id }, input)
    const text = enrolmentTexts.moved(moved.name)
    return redirectWithNotice(paths.manageEnrolment(moved.id), { kind: 'ok', text, mailId: moved.mailId })
  })
}

export default function MoveEnrolment() {
  const { id, name, edition, editions } = useLoaderData<typeof loader>()
  const [form, fields] = useForm<{ editionId: string; reason: string }>({
    lastResult: useActionData<typeof action>()?.result,
  })
  return (
    <Page
      title={`${name} naar een andere uitvoering`}
      eyebrow={edition}
      back={{ href: paths.manageEnrolment(id), label: 'Inschrijving' }}
      narrow
    >
      {editions.length === 0 ? (
        <EmptyState title="Nergens plek">
          Er is geen andere uitvoering met een plek vrij. Plan er een, of verhoog ergens het aantal plekken.
        </EmptyState>
      ) : (
        <Form form={form}>
          <RadioGroup
            field={fields.editionId}
            label="Waarheen?"
            required
            choices={editions.map((one) => ({
              value: one.id,
              label: `${one.startsAt ? formatLongDay(one.startsAt) : one.code}, ${one.code}`,
              hint: `nog ${formatCount(one.capacity - one.placesHeld, 'plek', 'plekken')}`,
            }))}
          />
          <TextArea
            field={fields.reason}
            label="Reden"
            hint={`${name} leest dit in de mail.`}
            rows={2}
            required
          />
          <Acts>
            <Button>Verplaats</Button>
          </Acts>
        </Form>
      )}
    </Page>
  )
}
