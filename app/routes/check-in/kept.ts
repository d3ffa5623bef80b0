import type { ActionFunctionArgs } from '@remix-run/node'
import { checkIn } from '#app/features/check-in/check-in.server.ts'
import { keptSchema } from '#app/features/check-in/check-in-form.ts'
import { findCheckInMeeting } from '#app/features/check-in/check-in-queries.server.ts'
import { checkInTexts } from '#app/features/check-in/check-in-texts.ts'
import { idFrom } from '#app/platform/forms.server.ts'
import { notFound, orNotFound, Refusal } from '#app/platform/refusal.ts'
import { database } from '#db/client.server.ts'
import { deviceOf, whoIs } from './who.server.ts'

/** Nothing to read here: codes come in. */
export function loader() {
  throw notFound()
}

const answer = (status: number, body: unknown) => Response.json(body, { status })

/** A code from a telephone, at once or after it waited for the network. Sent twice it is the same check-in. */
export async function action(args: ActionFunctionArgs) {
  const db = database()
  const meeting = orNotFound(await findCheckInMeeting(db, idFrom(args.params.meeting)))
  const body = keptSchema.safeParse(await args.request.json().catch(() => null))
  if (!body.success) return answer(400, { sentence: checkInTexts.unreadable })
  const { as, ...arrival } = body.data
  const known = await whoIs(args, meeting.editionId, as)
  // Somebody else is known by this browser now: this one is not theirs to send.
  if (!known) return answer(401, { sentence: checkInTexts.notKnownHere })
  const { networkAddress } = args.context
  const who = { enrolmentId: as, by: known.by, device: await deviceOf(args), networkAddress }
  try {
    return answer(200, await checkIn(db, who, meeting.id, arrival))
  } catch (error) {
    if (error instanceof Refusal) return answer(422, { sentence: error.message })
    throw error
  }
}
