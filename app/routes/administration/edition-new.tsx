import { useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { EditionFields, type EditionFieldValues } from '#app/features/catalogue/components/edition-fields.tsx'
import { MeetingFields, type MeetingFieldValues } from '#app/features/catalogue/components/meeting-fields.tsx'
import { planEditionForm } from '#app/features/catalogue/edition-form.ts'
import {
  findManagedOffering,
  listRooms,
  listTrainers,
} from '#app/features/catalogue/offering-management-queries.server.ts'
import { planEdition } from '#app/features/catalogue/plan-edition.server.ts'
import { paths } from '#app/paths.ts'
import { idFrom, submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { Acts, Button } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/choice-fields.tsx'
import { FieldRow, FieldSet, Form } from '#app/ui/form.tsx'
import { NumberField } from '#app/ui/number-field.tsx'
import { Page } from '#app/ui/page.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Een datum plannen' }]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'edition.manage')
  const db = database()
  const offering = orNotFound(await findManagedOffering(db, idFrom(args.params.id)))
  const [rooms, trainers] = await Promise.all([listRooms(db), listTrainers(db)])
  const { id, title, capacity, minimum, roomId } = offering
  return { offering: { id, title, capacity, minimum, roomId }, rooms, trainers }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'edition.manage')
  const offeringId = idFrom(args.params.id)
  return submit(args.request, planEditionForm, async (input) => {
    const editionId = await planEdition(database(), actor, offeringId, input)
    return redirectWithNotice(
      paths.manageEdition(editionId),
      'De data staan gepland. Kijk ze na en zet de inschrijving open.',
    )
  })
}

type Values = EditionFieldValues & {
  first: MeetingFieldValues
  meetings: string
  everyWeeks: string
  skipHolidays: string
}

export default function NewEdition() {
  const { offering, rooms, trainers } = useLoaderData<typeof loader>()
  const [form, fields] = useForm<Values>({
    lastResult: useActionData<typeof action>()?.result,
    defaultValue: {
      capacity: String(offering.capacity),
      minimum: String(offering.minimum),
      meetings: '1',
      everyWeeks: '1',
      skipHolidays: 'on',
      first: { startsAt: '13:00', endsAt: '17:00', breakMinutes: '0', roomId: String(offering.roomId ?? '') },
    },
  })
  return (
    <Page
      title="Een datum plannen"
      eyebrow={offering.title}
      back={{ href: paths.manageOffering(offering.id), label: offering.title }}
      narrow
    >
      <Form form={form} keep>
        <FieldSet legend="Eerste bijeenkomst">
          <MeetingFields fields={fields.first.getFieldset()} rooms={rooms} />
        </FieldSet>
        <FieldSet
          legend="Reeks"
          hint="Elke volgende bijeenkomst is op dezelfde tijd en plaats als de eerste."
        >
          <FieldRow>
            <NumberField field={fields.meetings} label="Aantal bijeenkomsten" required />
            <NumberField
              field={fields.everyWeeks}
              label="Om de hoeveel weken"
              hint="0: op opeenvolgende werkdagen."
              required
            />
          </FieldRow>
          <Checkbox field={fields.skipHolidays} label="Schoolvakanties en feestdagen overslaan" />
        </FieldSet>
        <FieldSet legend="Afspraken">
          <EditionFields fields={fields} trainers={trainers} />
        </FieldSet>
        <Acts>
          <Button>Plan</Button>
        </Acts>
      </Form>
    </Page>
  )
}
