import { addressOfFeed } from '#app/features/agenda/calendar-feed-queries.server.ts'
import type { Db } from '#db/client.server.ts'
import type { BenchPage } from './pages.ts'

const meetings = 200

/**
 * A feed of 200 meetings, as a calendar fetches it: without a login, and made anew each time. It is judged as a page of
 * somebody who is logged in, for it is somebody's own and nothing of it is kept.
 */
export async function calendarFeedPage(db: Db, headers: Record<string, string>): Promise<BenchPage> {
  const person = await db
    .insertInto('person')
    .values({ givenName: 'Abonnee', familyName: 'Voorbeeld' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { id: offeringId } = await db
    .selectFrom('offering')
    .select('id')
    .orderBy('id')
    .executeTakeFirstOrThrow()
  const edition = await db
    .insertInto('edition')
    .values({
      offeringId,
      code: '2026-27-200',
      status: 'going_ahead',
      capacity: 1,
      minimum: 0,
      minimumAttendancePercent: 80,
      test: 'none',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const tomorrow = Date.now() + 86_400_000
  await db
    .insertInto('meeting')
    .values(
      Array.from({ length: meetings }, (_, day) => ({
        editionId: edition.id,
        startsAt: new Date(tomorrow + day * 86_400_000),
        endsAt: new Date(tomorrow + day * 86_400_000 + 4 * 3_600_000),
        placeNote: 'Voorbeeldlokaal 1, Voorbeeldstraat 1, Deventer',
      })),
    )
    .execute()
  await db
    .insertInto('enrolment')
    .values({ editionId: edition.id, personId: person.id, status: 'confirmed' })
    .execute()
  const feed = await db
    .insertInto('calendarFeed')
    .values({ personId: person.id })
    .returning('id')
    .executeTakeFirstOrThrow()
  const path = new URL(addressOfFeed(feed)).pathname
  return { name: 'a feed of 200 meetings', path, kind: 'signed in', headers }
}
