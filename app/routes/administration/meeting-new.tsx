import { useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { MeetingFields, type MeetingFieldValues } from '#app/features/catalogue/components/meeting-fields.tsx'
import { meetingForm } from '#app/features/catalogue/edition-form.ts'
import {
  findManagedEdition,
  listManagedMeetings,
} from '#app/features/catalogue/edition-management-queries.server.ts'
import { listRooms } from '#app/features/catalogue/offering-management-queries.server.ts'
import { addMeetingAndTell } from '#app/features/enrolment/add-meeting-and-tell.server.ts'
import { paths } from '#app/paths.ts'
import { timeOf } from '#app/platform/dates.ts'
import { idFrom, submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { Acts, Button } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'
import { formatCount } from '#app/ui/format.ts'
import { Page } from '#app/ui/page.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Bijeenkomst toevoegen' }]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'edition.manage')
  const db = database()
  const edition = orNotFound(await findManagedEdition(db, idFrom(args.params.id)))
  const [meetings, rooms] = await Promise.all([listManagedMeetings(db, edition.id), listRooms(db)])
  const last = meetings.at(-1)
  return {
    id: edition.id,
    name: `${edition.title}, ${edition.code}`,
    rooms,
    // Mostly the next one is like the last.
    values: last
      ? {
          startsAt: timeOf(last.startsAt),
          endsAt: timeOf(last.endsAt),
          breakMinutes: String(last.breakMinutes),
          roomId: String(last.roomId ?? ''),
          placeNote: last.placeNote ?? '',
        }
      : { breakMinutes: '0' },
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'edition.manage')
  const editionId = idFrom(args.params.id)
  return submit(args.request, meetingForm, async (input) => {
    const { told } = await addMeetingAndTell(database(), actor, editionId, input)
    const heard = told > 0 ? ` ${formatCount(told, 'deelnemer heeft', 'deelnemers hebben')} bericht.` : ''
    return redirectWithNotice(paths.manageEdition(editionId), `De bijeenkomst staat erbij.${heard}`)
  })
}

export default function NewMeeting() {
  const { id, name, rooms, values } = useLoaderData<typeof loader>()
  const [form, fields] = useForm<MeetingFieldValues>({
    lastResult: useActionData<typeof action>()?.result,
    defaultValue: values,
  })
  return (
    <Page title="Bijeenkomst toevoegen" back={{ href: paths.manageEdition(id), label: name }} narrow>
      <Form form={form} keep>
        <MeetingFields fields={fields} rooms={rooms} />
        <Acts>
          <Button>Voeg toe</Button>
        </Acts>
      </Form>
    </Page>
  )
}
