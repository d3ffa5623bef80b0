import { useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { MeetingFields, type MeetingFieldValues } from '#app/features/catalogue/components/meeting-fields.tsx'
import { meetingForm } from '#app/features/catalogue/edition-form.ts'
import { listRooms } from '#app/features/catalogue/offering-management-queries.server.ts'
import { placeOf } from '#app/features/catalogue/place.ts'
import { isShortNotice, listCalls } from '#app/features/enrolment/call-queries.server.ts'
import { RingThem } from '#app/features/enrolment/components/ring-them.tsx'
import { moveMeeting } from '#app/features/enrolment/move-meeting.server.ts'
import { countConcerned, findManagedMeeting } from '#app/features/enrolment/participants-queries.server.ts'
import { paths } from '#app/paths.ts'
import { dayOf, now } from '#app/platform/clock.ts'
import { instantAt, timeOf } from '#app/platform/dates.ts'
import { idFrom, submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { Acts, Button, LinkButton } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'
import { capitalise, formatCount, formatLongDay, formatTimeRange } from '#app/ui/format.ts'
import { Page } from '#app/ui/page.tsx'
import { TitleBlock } from '#app/ui/title-block.tsx'
import { database } from '#db/client.server.ts'

export const meta: MetaFunction = () => [{ title: 'Bijeenkomst wijzigen' }]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'edition.manage')
  const db = database()
  const meeting = orNotFound(await findManagedMeeting(db, idFrom(args.params.id)))
  const { id, editionId, title, code, startsAt, endsAt, breakMinutes, roomId, placeNote } = meeting
  return {
    id,
    editionId,
    title,
    code,
    rooms: await listRooms(db),
    concerned: await countConcerned(db, editionId),
    calls: isShortNotice(meeting, now()) ? await listCalls(db, id) : [],
    now: { startsAt, endsAt, breakMinutes, place: capitalise(placeOf(meeting)) },
    values: {
      day: dayOf(startsAt),
      startsAt: timeOf(startsAt),
      endsAt: timeOf(endsAt),
      breakMinutes: String(breakMinutes),
      roomId: String(roomId ?? ''),
      placeNote: placeNote ?? '',
    },
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'edition.manage')
  const id = idFrom(args.params.id)
  return submit(args.request, meetingForm, async ({ day, startsAt, endsAt, ...input }) => {
    const old = orNotFound(await findManagedMeeting(database(), id))
    const { told, editionId } = await moveMeeting(
      database(),
      actor,
      { id },
      {
        startsAt: instantAt(day, startsAt),
        endsAt: instantAt(day, endsAt),
        breakMinutes: input.breakMinutes,
        roomId: input.roomId ?? null,
        placeNote: input.placeNote ?? null,
      },
    )
    const people = told > 0 ? ` ${formatCount(told, 'deelnemer krijgt', 'deelnemers krijgen')} bericht.` : ''
    const moved = orNotFound(await findManagedMeeting(database(), id))
    const isShort = told > 0 && [old, moved].some((meeting) => isShortNotice(meeting, now()))
    const next = isShort ? paths.callParticipants(id) : paths.manageEdition(editionId)
    return redirectWithNotice(next, `De bijeenkomst is gewijzigd.${people}`)
  })
}

export default function ChangeMeeting() {
  const data = useLoaderData<typeof loader>()
  const [form, fields] = useForm<MeetingFieldValues>({
    lastResult: useActionData<typeof action>()?.result,
    defaultValue: data.values,
  })
  return (
    <Page
      title="Bijeenkomst wijzigen"
      eyebrow={`${data.title}, ${data.code}`}
      intro={`${formatCount(data.concerned, 'deelnemer krijgt', 'deelnemers krijgen')} bericht als de tijd of de plaats verandert, met de oude naast de nieuwe.`}
      back={{ href: paths.manageEdition(data.editionId), label: 'Uitvoering' }}
      narrow
    >
      <TitleBlock
        cells={[
          { label: 'Nu', value: formatLongDay(data.now.startsAt) },
          { label: 'Tijd', value: formatTimeRange(data.now.startsAt, data.now.endsAt) },
          { label: 'Pauze', value: formatCount(data.now.breakMinutes, 'minuut', 'minuten') },
          { label: 'Waar', value: data.now.place },
        ]}
      />
      <Form form={form} keep>
        <MeetingFields fields={fields} rooms={data.rooms} />
        <Acts>
          <Button>Bewaar</Button>
          <LinkButton kind="secondary" href={paths.trainerOut(data.id)}>
            Trainer valt uit
          </LinkButton>
          <LinkButton kind="danger" href={paths.cancelMeeting(data.id)}>
            Laat vervallen
          </LinkButton>
        </Acts>
      </Form>
      <p>
        <a href={paths.meetingContributions(data.id)}>Wat brachten bedrijven in?</a>
      </p>
      <RingThem calls={data.calls} />
    </Page>
  )
}
