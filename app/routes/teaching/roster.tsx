import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { can } from '#app/access/abilities.ts'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { addWalkIn } from '#app/features/attendance/add-walk-in.server.ts'
import { lengthInMinutes } from '#app/features/attendance/attendance.ts'
import { type ChoiceError, walkInSchema } from '#app/features/attendance/attendance-form.ts'
import { attendanceTexts } from '#app/features/attendance/attendance-texts.ts'
import { Roster } from '#app/features/attendance/components/roster.tsx'
import { WalkInForm } from '#app/features/attendance/components/walk-in-form.tsx'
import { recordRosterForm } from '#app/features/attendance/record-roster-form.server.ts'
import { whyNotRecordable } from '#app/features/attendance/recordable.server.ts'
import { findMeeting, listRoster } from '#app/features/attendance/roster-queries.server.ts'
import { placeOf } from '#app/features/catalogue/place.ts'
import { paths } from '#app/paths.ts'
import { type FormReply, idFrom, readFormData, submit } from '#app/platform/forms.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { orNotFound, Refusal } from '#app/platform/refusal.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { formatTimeRange, formatWeekday } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { database } from '#db/client.server.ts'

export const handle = { hydrated: true }

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `Presentie ${data.meeting.title}, bijeenkomst ${data.meeting.number}` : 'Presentie' },
]

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const meeting = orNotFound(await findMeeting(database(), idFrom(args.params.id)))
  authorize(actor, 'attendance.record', { editionId: meeting.editionId, meetingId: meeting.id })
  const rows = await listRoster(database(), meeting)
  const { id, editionId, title, number, count, startsAt, endsAt } = meeting
  return {
    meeting: { id, title, number, count, startsAt, endsAt, lengthMinutes: lengthInMinutes(meeting) },
    place: placeOf(meeting),
    closed: meeting.editionStatus === 'closed',
    notRecordable: whyNotRecordable({ ...meeting }) ?? null,
    editionPath: can(actor, 'edition.teach', { editionId })
      ? paths.teachingEdition(editionId)
      : paths.teaching(),
    personId: actor.personId,
    // Without script one asks for the minutes and notes of everybody at once.
    full: new URL(args.request.url).searchParams.has('alles'),
    rows,
  }
}

type Reply = Partial<FormReply> & { problems?: ChoiceError[]; sentence?: string }

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const meeting = orNotFound(await findMeeting(database(), idFrom(args.params.id)))
  authorize(actor, 'attendance.record', { editionId: meeting.editionId, meetingId: meeting.id })
  const form = await readFormData(args.request)
  const back = paths.roster(meeting.id)
  if (form.get('act') === 'walk-in') {
    return submit(form, walkInSchema, async (input) => {
      const { name } = await addWalkIn(database(), actor, meeting.id, input)
      return redirectWithNotice(back, `${name} staat op de lijst, als aanwezig.`)
    })
  }
  try {
    const { changed, problems } = await recordRosterForm(database(), actor, meeting, form)
    if (problems.length === 0) return redirectWithNotice(back, attendanceTexts.saved(changed))
    return data<Reply>({ problems, sentence: attendanceTexts.partlySaved(changed, problems.length) }, 422)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return data<Reply>({ problems: [], sentence: error.message }, 422)
  }
}

export default function RosterPage() {
  const { meeting, place, closed, notRecordable, editionPath, personId, full, rows } =
    useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>() as Reply | undefined
  return (
    <Page
      title="Presentie"
      eyebrow={`${formatWeekday(meeting.startsAt)}, ${formatTimeRange(meeting.startsAt, meeting.endsAt)} · ${place}`}
      back={{ href: editionPath, label: meeting.title }}
      act={
        <>
          {!notRecordable && !closed && (
            <LinkButton href={paths.trainerCheckIn(meeting.id)}>Inchecken met een code</LinkButton>
          )}
          <LinkButton kind="secondary" href={paths.signInSheet(meeting.id)}>
            Tekenlijst (PDF)
          </LinkButton>
        </>
      }
    >
      {reply?.sentence && (
        <Notice kind="warn" role="alert">
          {reply.sentence}
        </Notice>
      )}
      {closed && <Notice kind="info">{attendanceTexts.closedHint}</Notice>}
      {notRecordable ? (
        <Notice kind="info">{notRecordable}</Notice>
      ) : rows.length === 0 ? (
        <EmptyState title="Er staat nog niemand op de lijst.">
          Hier komen de deelnemers van deze uitvoering.
        </EmptyState>
      ) : (
        <Roster
          meeting={meeting}
          personId={personId}
          rows={rows}
          closed={closed}
          full={full}
          problems={reply?.problems ?? []}
          key={meeting.id}
        />
      )}
      {!notRecordable && !closed && <WalkInForm lastResult={reply?.result} />}
    </Page>
  )
}
