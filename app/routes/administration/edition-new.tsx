import { useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { EditionFields, type EditionFieldValues } from '#app/features/catalogue/components/edition-fields.tsx'
import { MeetingFields, type MeetingFieldValues } from '#app/features/catalogue/components/meeting-fields.tsx'
import { planWithInvitationForm } from '#app/features/catalogue/edition-form.ts'
import {
  findManagedOffering,
  listRooms,
  listTrainers,
} from '#app/features/catalogue/offering-management-queries.server.ts'
import { planEdition } from '#app/features/catalogue/plan-edition.server.ts'
import { enrolmentTexts } from '#app/features/enrolment/enrolment-texts.ts'
import { planFromInterest } from '#app/features/enrolment/plan-from-interest.server.ts'
import { InviteField } from '#app/features/interest/components/invite-field.tsx'
import { listInterested } from '#app/features/interest/interest-queries.server.ts'
import { paths } from '#app/paths.ts'
import { parseDay, parseTime } from '#app/platform/dates.ts'
import { idFrom, submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { Acts, Button } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/choice-fields.tsx'
import { FieldRow, FieldSet, Form } from '#app/ui/form.tsx'
import { formatTypedDay } from '#app/ui/format.ts'
import { NumberField } from '#app/ui/number-field.tsx'
import { Page } from '#app/ui/page.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Een datum plannen' }]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'edition.manage')
  const db = database()
  const offering = orNotFound(await findManagedOffering(db, idFrom(args.params.id)))
  const [rooms, trainers, interested] = await Promise.all([
    listRooms(db),
    listTrainers(db),
    listInterested(db, offering.id),
  ])
  const { id, title, capacity, minimum, roomId } = offering
  return {
    offering: { id, title, capacity, minimum, roomId },
    rooms,
    trainers,
    interested: interested.reduce((sum, { people }) => sum + people, 0),
    proposed: proposedDate(new URL(args.request.url).searchParams),
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'edition.manage')
  const offeringId = idFrom(args.params.id)
  return submit(args.request, planWithInvitationForm, async ({ invite, ...input }) => {
    if (invite) {
      const { editionId, ...invitation } = await planFromInterest(database(), actor, offeringId, input)
      return redirectWithNotice(paths.manageEdition(editionId), enrolmentTexts.invited(invitation))
    }
    const editionId = await planEdition(database(), actor, offeringId, input)
    return redirectWithNotice(
      paths.manageEdition(editionId),
      'De data staan gepland. Kijk ze na en zet de inschrijving open.',
    )
  })
}

/** What a proposed date fills in: day, times, how many meetings and who gives it. */
function proposedDate(params: URLSearchParams) {
  const day = parseDay(params.get('dag') ?? '')
  const count = params.get('keer') ?? ''
  return {
    day: day ? formatTypedDay(day) : '',
    startsAt: parseTime(params.get('van') ?? '') ?? '13:00',
    endsAt: parseTime(params.get('tot') ?? '') ?? '17:00',
    meetings: /^[1-9]\d?$/.test(count) ? count : '1',
    trainers: params
      .getAll('trainer')
      .filter((id) => /^[1-9]\d{0,14}$/.test(id))
      .slice(0, 10),
    invite: params.get('uitnodigen') === 'ja',
  }
}

type Values = EditionFieldValues & {
  first: MeetingFieldValues
  meetings: string
  everyWeeks: string
  skipHolidays: string
  invite: string
}

export default function NewEdition() {
  const { offering, rooms, trainers, interested, proposed } = useLoaderData<typeof loader>()
  const [form, fields] = useForm<Values>({
    lastResult: useActionData<typeof action>()?.result,
    defaultValue: {
      capacity: String(offering.capacity),
      minimum: String(offering.minimum),
      meetings: proposed.meetings,
      everyWeeks: '1',
      skipHolidays: 'on',
      trainers: proposed.trainers,
      invite: proposed.invite ? 'on' : '',
      first: {
        day: proposed.day,
        startsAt: proposed.startsAt,
        endsAt: proposed.endsAt,
        breakMinutes: '0',
        roomId: String(offering.roomId ?? ''),
      },
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
        {interested > 0 && <InviteField field={fields.invite} people={interested} />}
        <Acts>
          <Button>Plan</Button>
        </Acts>
      </Form>
    </Page>
  )
}
