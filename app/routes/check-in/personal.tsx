import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { checkIn } from '#app/features/check-in/check-in.server.ts'
import { codeSchema } from '#app/features/check-in/check-in-form.ts'
import { findMeetingToCheckIn, findParticipant } from '#app/features/check-in/check-in-queries.server.ts'
import { OwnCheckIn } from '#app/features/check-in/components/own-check-in.tsx'
import { enrolmentOfPass } from '#app/features/enrolment/check-in-link.server.ts'
import { paths } from '#app/paths.ts'
import { now } from '#app/platform/clock.ts'
import { firstError } from '#app/platform/first-error.ts'
import { submit } from '#app/platform/forms.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { countAttempt, isThrottled } from '#app/platform/throttle.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { formatTimeRange, formatWeekday } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { database } from '#db/client.server.ts'
import { loadCheckIn } from './load-check-in.server.ts'
import { deviceOf, markDevice, rememberPass } from './who.server.ts'

export const handle = { hydrated: true }

export const meta: MetaFunction = () => [{ title: 'Inchecken' }, { name: 'robots', content: 'noindex' }]

/** Whose link it is, and the meeting it is about now; undefined for a link that is not, or no longer, good. */
async function find(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const { networkAddress } = args.context
  if (await isThrottled('token-guess', networkAddress)) throw new Response(null, { status: 429 })
  const enrolmentId = enrolmentOfPass(args.params.pass ?? '')
  if (!enrolmentId) {
    await countAttempt('token-guess', networkAddress)
    return undefined
  }
  const participant = await findParticipant(database(), { enrolmentId })
  const meeting = participant && (await findMeetingToCheckIn(database(), participant.editionId, now()))
  return meeting ? { participant, meeting } : undefined
}

/** The page behind the link in one's mail: it does nothing by being opened, and stays of use without a network. */
export async function loader(args: LoaderFunctionArgs) {
  const found = await find(args)
  if (!found) return data({ own: null }, 410)
  const { headers } = await markDevice(args)
  headers.append('Set-Cookie', await rememberPass(args.params.pass ?? ''))
  return data({ own: await loadCheckIn(found.meeting, { ...found, by: 'link' }) }, { headers })
}

export async function action(args: ActionFunctionArgs) {
  const { participant, meeting } = orNotFound(await find(args))
  return submit(args.request, codeSchema, async (arrival) => {
    const { networkAddress } = args.context
    const who = { ...participant, by: 'link', device: await deviceOf(args), networkAddress } as const
    await checkIn(database(), who, meeting.id, arrival)
    return redirect(paths.personalCheckIn(args.params.pass ?? ''), 303)
  })
}

export default function PersonalCheckIn() {
  const { own } = useLoaderData<typeof loader>()
  const refused = firstError(useActionData<typeof action>()?.result)
  if (!own) {
    return (
      <Page title="Deze link werkt niet (meer)" narrow>
        <Notice
          kind="warn"
          title="We vinden bij deze link geen plek."
          act={<LinkButton href={paths.checkIn()}>Inchecken met je account</LinkButton>}
        >
          Misschien heb je je afgemeld. Meld je bij de trainer: die kan je er meteen bij zetten.
        </Notice>
      </Page>
    )
  }
  const { startsAt, endsAt, title } = own.meeting
  return (
    <Page
      title={title}
      eyebrow={`Inchecken · ${formatWeekday(startsAt)}, ${formatTimeRange(startsAt, endsAt)}`}
      narrow
    >
      <OwnCheckIn {...own} code="" ticket="" url={paths.keptCheckIn(own.meeting.id)} refused={refused} />
    </Page>
  )
}
