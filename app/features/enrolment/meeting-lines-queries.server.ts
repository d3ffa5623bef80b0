import { formatTimeRange, formatWeekday } from '#app/ui/format.ts'
import type { Db, Transaction } from '#db/client.server.ts'

type Place = {
  placeNote: string | null
  room: string | null
  organisation: string | null
  street: string | null
  town: string | null
}

/** Where a meeting is, in one line: organisation and room, with the note, and the address where it is asked for. */
export function placeText({ placeNote, room, organisation, street, town }: Place): string {
  if (room === null) return placeNote ?? ''
  const where = [organisation, room, street && town ? `${street}, ${town}` : null].filter(Boolean).join(', ')
  return placeNote ? `${where} (${placeNote})` : where
}

/** The meetings of an edition that go on, in order of time, with where they are. */
export async function listMeetingPlaces(db: Db | Transaction, editionId: number) {
  const rows = await db
    .selectFrom('meeting')
    .leftJoin('room', 'room.id', 'meeting.roomId')
    .leftJoin('site', 'site.id', 'room.siteId')
    .leftJoin('organisation', 'organisation.id', 'site.organisationId')
    .select([
      'meeting.id',
      'meeting.startsAt',
      'meeting.endsAt',
      'meeting.placeNote',
      'room.name as room',
      'organisation.name as organisation',
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
