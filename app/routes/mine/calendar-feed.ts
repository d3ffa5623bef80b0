import type { LoaderFunctionArgs } from '@remix-run/node'
import { findFeed } from '#app/features/agenda/calendar-feed-queries.server.ts'
import { calendarResponse } from '#app/features/agenda/calendar-response.server.ts'
import { calendarOfFeed } from '#app/features/agenda/calendars.server.ts'
import { noteFetched } from '#app/features/agenda/change-calendar-feed.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { database } from '#db/client.server.ts'

/** Somebody's calendar, or a room's. No program that fetches it can log in: the address itself is the key. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const db = database()
  const feed = orNotFound(await findFeed(db, params.token ?? ''))
  await noteFetched(db, feed)
  return calendarResponse(request, await calendarOfFeed(db, feed.owner), { kind: 'own' })
}
