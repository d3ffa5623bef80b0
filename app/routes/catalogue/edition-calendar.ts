import type { LoaderFunctionArgs } from '@remix-run/node'
import { calendarResponse } from '#app/features/agenda/calendar-response.server.ts'
import { calendarOfEdition } from '#app/features/agenda/calendars.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { database } from '#db/client.server.ts'

/** One dated edition as a file for somebody's calendar. */
export async function loader({ request, params: { slug = '', edition = '' } }: LoaderFunctionArgs) {
  const known = /^[a-z0-9-]{1,200}$/.test(slug) && /^[0-9-]{1,20}$/.test(edition)
  const calendar = orNotFound(known ? await calendarOfEdition(database(), slug, edition) : undefined)
  return calendarResponse(request, calendar, { kind: 'download', name: `${slug}.ics` })
}
