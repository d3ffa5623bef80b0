import { formatTimeRange, formatWeekday } from '#app/ui/format.ts'
import type { Db, Transaction } from '#db/client.server.ts'

/** Where a meeting is, in words: room, site, street and town; or what the note says. */
export function placeText(place: {
  placeNote: string | null
  room: string | null
  site: string | null
  street: string | null
  town: string | null
}): string {
  const address = [place.room, place.site, [place.street, place.town].filter(Boolean).join(', ')]
  return place.placeNote ?? address.filter(Boolean).join(', ')
}

/** The meetings of an edition that go on, in order of time, with where they are. */
export async function listMeetingPlaces(db: Db | Transaction, editionId: number) {
  const rows = await db
    .selectFrom('meeting')
    .leftJoin('room', 'room.id', 'meeting.roomId')
    .leftJoin('site', 'site.id', 'room.siteId')
    .select([
      'meeting.id',
      'meeting.startsAt',
      'meeting.endsAt',
      'meeting.placeNote',
      'room.name as room',
      'site.name as site',
      'site.street',
      'site.town',
    ])
    .where('meeting.editionId', '=', editionId)
    .where('meeting.status', '=', 'planned')
    .orderBy('meeting.startsAt')
    .limit(60)
    .execute()
  return rows.map(({ id, startsAt, endsAt, ...place }) => ({ id, startsAt, endsAt, place: placeText(place) }))
}

/** The same, a line of words each, for a mail. */
export async function listMeetingLines(db: Db | Transaction, editionId: number): Promise<string[]> {
  const meetings = await listMeetingPlaces(db, editionId)
  return meetings.map(
    ({ startsAt, endsAt, place }) =>
      `${formatWeekday(startsAt)}, ${formatTimeRange(startsAt, endsAt)}${place ? `, ${place}` : ''}`,
  )
}
