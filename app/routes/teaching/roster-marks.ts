import type { ActionFunctionArgs } from '@remix-run/node'
import { currentActor } from '#app/access/require-actor.server.ts'
import { marksSchema } from '#app/features/attendance/attendance-form.ts'
import { attendanceTexts } from '#app/features/attendance/attendance-texts.ts'
import { recordAttendance } from '#app/features/attendance/record-attendance.server.ts'
import { idFrom } from '#app/platform/forms.server.ts'
import { notFound, Refusal } from '#app/platform/refusal.ts'
import { database } from '#db/client.server.ts'

/** Nothing to read here: marks come in. */
export function loader() {
  throw notFound()
}

const answer = (status: number, body: unknown) => Response.json(body, { status })

/** Marks from a phone, as JSON. A login that is gone is 401, so that the phone keeps what it has. */
export async function action(args: ActionFunctionArgs) {
  const actor = await currentActor(args)
  if (!actor) return answer(401, { sentence: attendanceTexts.loggedOut })
  const meetingId = idFrom(args.params.id)
  const body = marksSchema.safeParse(await args.request.json().catch(() => null))
  if (!body.success) return answer(400, { sentence: attendanceTexts.unreadable })
  const { as, waited, marks } = body.data
  // Another person logged in on this device meanwhile: these are not theirs to send.
  if (as !== actor.personId) return answer(401, { sentence: attendanceTexts.loggedOut })
  try {
    const way = waited ? 'device' : 'roster'
    return answer(200, await recordAttendance(database(), actor, meetingId, marks, { way }))
  } catch (error) {
    if (error instanceof Refusal) return answer(422, { sentence: error.message })
    if (error instanceof Response) return answer(error.status, { sentence: attendanceTexts.mayNot })
    throw error
  }
}
