import { useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { isShortNotice, listCalls } from '#app/features/enrolment/call-queries.server.ts'
import { cancelMeeting } from '#app/features/enrolment/cancel-meeting.server.ts'
import { RingThem } from '#app/features/enrolment/components/ring-them.tsx'
import { reasonForm } from '#app/features/enrolment/enrolment-form.ts'
import { countConcerned, findManagedMeeting } from '#app/features/enrolment/participants-queries.server.ts'
import { paths } from '#app/paths.ts'
import { now } from '#app/platform/clock.ts'
import { idFrom, submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { Acts, Button } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'
import { formatCount, formatTimeRange, formatWeekday } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { TextArea } from '#app/ui/text-field.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Bijeenkomst laten vervallen' }]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'edition.manage')
  const db = database()
  const meeting = orNotFound(await findManagedMeeting(db, idFrom(args.params.id)))
  const { id, title, code, startsAt, endsAt } = meeting
  const [concerned, calls] = await Promise.all([
    countConcerned(db, meeting.editionId),
    isShortNotice(meeting, now()) ? listCalls(db, meeting.id) : [],
  ])
  return { id, title, code, startsAt, endsAt, concerned, calls }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'edition.manage')
  const id = idFrom(args.params.id)
  return submit(args.request, reasonForm, async (input) => {
    const meeting = orNotFound(await findManagedMeeting(database(), id))
    const { told, editionId } = await cancelMeeting(database(), actor, { id }, input)
    const people = formatCount(told, 'deelnemer krijgt', 'deelnemers krijgen')
    const next = isShortNotice(meeting, now()) ? paths.callParticipants(id) : paths.manageEdition(editionId)
    return redirectWithNotice(next, `De bijeenkomst vervalt. ${people} bericht.`)
  })
}

export default function CancelMeeting() {
  const { id, title, code, startsAt, endsAt, concerned, calls } = useLoaderData<typeof loader>()
  const [form, fields] = useForm<{ reason: string }>({
    lastResult: useActionData<typeof action>()?.result,
  })
  return (
    <Page
      title="Bijeenkomst laten vervallen"
      eyebrow={`${title}, ${code}`}
      intro={`${formatWeekday(startsAt)}, ${formatTimeRange(startsAt, endsAt)}`}
      back={{ href: paths.changeMeeting(id), label: 'Bijeenkomst' }}
      narrow
    >
      <Notice
        kind="warn"
        title={`${formatCount(concerned, 'deelnemer krijgt', 'deelnemers krijgen')} bericht`}
      >
        De andere bijeenkomsten gaan door. Wie zich hierom afmeldt, is niet laat.
      </Notice>
      <Form form={form}>
        <TextArea field={fields.reason} label="Reden" hint="De deelnemers lezen dit." rows={2} required />
        <Acts>
          <Button kind="danger">Laat vervallen</Button>
        </Acts>
      </Form>
      <RingThem calls={calls} />
    </Page>
  )
}
