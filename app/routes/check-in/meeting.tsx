import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { currentActor } from '#app/access/require-actor.server.ts'
import { checkIn } from '#app/features/check-in/check-in.server.ts'
import { findFreshCode } from '#app/features/check-in/check-in-code.server.ts'
import { readCode } from '#app/features/check-in/check-in-code.ts'
import { codeSchema } from '#app/features/check-in/check-in-form.ts'
import { findCheckInMeeting } from '#app/features/check-in/check-in-queries.server.ts'
import { findSecret } from '#app/features/check-in/check-in-secret.server.ts'
import { checkInTexts } from '#app/features/check-in/check-in-texts.ts'
import { makeTicket, readTicket } from '#app/features/check-in/check-in-ticket.server.ts'
import { OwnCheckIn } from '#app/features/check-in/components/own-check-in.tsx'
import { WhoAreYou } from '#app/features/check-in/components/who-are-you.tsx'
import { paths } from '#app/paths.ts'
import { now } from '#app/platform/clock.ts'
import { firstError } from '#app/platform/first-error.ts'
import { idFrom, submit } from '#app/platform/forms.server.ts'
import { orNotFound, Refusal } from '#app/platform/refusal.ts'
import { formatTimeRange, formatWeekday } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { database } from '#db/client.server.ts'
import { loadCheckIn } from './load-check-in.server.ts'
import { deviceOf, markDevice, whoIs } from './who.server.ts'

export const handle = { hydrated: true }

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `Inchecken bij ${data.meeting.title}` : 'Inchecken' },
  { name: 'robots', content: 'noindex' },
]

/** What the QR code on the screen opens. To be checked in takes a press; opening it in time is kept in a ticket. */
export async function loader(args: LoaderFunctionArgs) {
  const db = database()
  const meeting = orNotFound(await findCheckInMeeting(db, idFrom(args.params.meeting)))
  const { device, headers } = await markDevice(args)
  const query = new URL(args.request.url).searchParams
  const code = readCode(query.get('code') ?? '') ?? ''
  const brought = query.get('kaartje') ?? ''
  const secret = code ? await findSecret(db, meeting.id) : undefined
  const seenAt =
    (secret && findFreshCode(secret, code, now())) || readTicket(brought, { meetingId: meeting.id, device })
  const ticket = seenAt ? makeTicket(meeting.id, seenAt, device) : ''
  const known = await whoIs(args, meeting.editionId)
  const { id, title, startsAt, endsAt } = meeting
  const page = {
    meeting: { id, title, startsAt, endsAt },
    code: ticket ? code : '',
    ticket,
    tooOld: code !== '' && ticket === '',
    // After logging in one comes back with what one had seen.
    backTo: `${paths.checkInAt(id)}${ticket ? `?code=${code}&kaartje=${ticket}` : ''}`,
    loggedIn: (await currentActor(args)) !== undefined,
    own: known ? await loadCheckIn(meeting, known) : null,
  }
  return data(page, { headers })
}

export async function action(args: ActionFunctionArgs) {
  const db = database()
  const meeting = orNotFound(await findCheckInMeeting(db, idFrom(args.params.meeting)))
  return submit(args.request, codeSchema, async (arrival) => {
    const known = await whoIs(args, meeting.editionId)
    if (!known) throw new Refusal(checkInTexts.notOnTheList)
    const { networkAddress } = args.context
    const who = { ...known.participant, by: known.by, device: await deviceOf(args), networkAddress }
    await checkIn(db, who, meeting.id, arrival)
    return redirect(paths.checkInAt(meeting.id), 303)
  })
}

export default function CheckInAtMeeting() {
  const { meeting, own, code, ticket, tooOld, backTo, loggedIn } = useLoaderData<typeof loader>()
  const refused = firstError(useActionData<typeof action>()?.result)
  return (
    <Page
      title={meeting.title}
      eyebrow={`Inchecken · ${formatWeekday(meeting.startsAt)}, ${formatTimeRange(meeting.startsAt, meeting.endsAt)}`}
      narrow
    >
      {own ? (
        <OwnCheckIn
          {...own}
          code={code}
          ticket={ticket}
          url={paths.keptCheckIn(meeting.id)}
          refused={refused ?? (tooOld && !own.standing ? checkInTexts.wrongCode : undefined)}
        />
      ) : loggedIn ? (
        <Notice kind="warn">{checkInTexts.notOnTheList}</Notice>
      ) : (
        <WhoAreYou backTo={backTo} />
      )}
    </Page>
  )
}
