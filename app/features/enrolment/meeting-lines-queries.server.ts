import { type Place, placeText } from '#app/features/catalogue/place.ts'
import { formatTimeRange, formatWeekday } from '#app/ui/format.ts'
import type { Db, Transaction } from '#db/client.server.ts'

/** The meetings of an edition that go on, in order of time, with where they are. */
export async function listMeetingPlaces(db: Db | Transaction, editionId: number) {
  const rows = await db
    .selectFrom('meeting')
    .leftJoin('roomPlace', 'roomPlace.roomId', 'meeting.roomId')
    .select([
      'meeting.id',
      'meeting.startsAt',
      'meeting.endsAt',
      'meeting.placeNote',
      'roomPlace.room',
      'roomPlace.organisation',
      'roomPlace.street',
      'roomPlace.town',
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
  return meetings.map(({ startsAt, endsAt, place }) => lineOf(startsAt, endsAt, place))
}

/** One meeting in such a line: 'donderdag 26 november, 13.00–17.00 uur, lokaal 3'. */
export function meetingLine(meeting: Place & { startsAt: Date; endsAt: Date }): string {
  return lineOf(meeting.startsAt, meeting.endsAt, placeText(meeting))
}

function lineOf(startsAt: Date, endsAt: Date, place: string): string {
  return `${formatWeekday(startsAt)}, ${formatTimeRange(startsAt, endsAt)}${place ? `, ${place}` : ''}`
}
