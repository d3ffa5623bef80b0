import type { LoaderFunctionArgs } from '@remix-run/node'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { calendarResponse } from '#app/features/agenda/calendar-response.server.ts'
import { calendarOfPlace } from '#app/features/agenda/calendars.server.ts'
import { findEnrolment } from '#app/features/enrolment/my-enrolment-queries.server.ts'
import { idFrom } from '#app/platform/forms.server.ts'
import { forbidden, orNotFound } from '#app/platform/refusal.ts'
import { database } from '#db/client.server.ts'

/** The meetings of one's own place as a file for one's own calendar. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const enrolment = orNotFound(await findEnrolment(database(), idFrom(args.params.id)))
  authorize(actor, 'enrolment.see', { ...enrolment, teamId: enrolment.seenByTeamId })
  // Who may see somebody's place has no reason to put it in a calendar of their own.
  if (actor.personId !== enrolment.personId) throw forbidden()
  const calendar = orNotFound(await calendarOfPlace(database(), enrolment.id))
  return calendarResponse(args.request, calendar, { kind: 'download', name: `${enrolment.slug}.ics` })
}
