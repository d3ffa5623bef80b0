import { sql } from 'kysely'
import type { CatalogueFilter } from '#app/features/catalogue/catalogue-filter.ts'
import { isIn, offeringMatches } from '#app/features/catalogue/catalogue-queries.server.ts'
import { matchedOfferings } from '#app/features/catalogue/catalogue-search.server.ts'
import { now } from '#app/platform/clock.ts'
import { searchWords } from '#app/platform/search-words.server.ts'
import type { Db, Transaction } from '#db/client.server.ts'
import type { CalendarMeeting } from './calendar-event.ts'

/** What a calendar shows of the past, and the most that it holds. */
const daysBack = 120
const mostMeetings = 1000

const since = () => new Date(now().getTime() - daysBack * 86_400_000)

/** What makes a `CalendarMeeting`, of the tables `from` brings together. */
const meetingColumns = sql`
  meeting.calendar_uid as uid, meeting.starts_at, meeting.ends_at, meeting.status = 'cancelled' as cancelled,
  coalesce(meeting.cancelled_reason, edition.cancelled_reason) as cancelled_reason, meeting.place_note,
  edition.id as edition_id, edition.participants_note,
  edition.status = 'planned' or (edition.status = 'open' and edition.minimum > 0) as undecided,
  offering.slug, offering.title, offering.summary, offering.bring,
  room_place.room, room_place.site, room_place.organisation, room_place.street, room_place.postcode,
  room_place.town, room_place.directions`

const from = sql`
  meeting
  join edition on edition.id = meeting.edition_id
  join offering on offering.id = edition.offering_id
  left join room_place on room_place.room_id = meeting.room_id`

const ofMeeting = sql`meeting.sequence, greatest(meeting.changed_at, offering.updated_at) as changed_at`
const ofPlace = sql`meeting.sequence + enrolment.calendar_sequence as sequence,
  greatest(meeting.changed_at, offering.updated_at, enrolment.status_changed_at) as changed_at,
  enrolment.id as enrolment_id, enrolment.status = 'requested' as pending,
  enrolment.status not in ('requested', 'confirmed', 'completed', 'not_completed') as gone`

/** What somebody stands before; where nobody was named for a meeting, the trainers of its edition do. */
const taughtBy = (personId: number) => sql`
  select meeting_id from meeting_trainer where person_id = ${personId}
  union all
  select meeting.id from edition_trainer join meeting on meeting.edition_id = edition_trainer.edition_id
  where edition_trainer.person_id = ${personId}
    and not exists (select from meeting_trainer where meeting_id = meeting.id)`

export type AttendedMeeting = CalendarMeeting & { enrolmentId: number; pending: boolean; gone: boolean }

/** Every meeting that somebody has a place at, from some months back, in order of time; called off ones too. */
export async function listAttendedMeetings(db: Db, personId: number): Promise<AttendedMeeting[]> {
  const { rows } = await sql<AttendedMeeting>`
    select ${meetingColumns}, ${ofPlace}
    from enrolment join (${from}) on meeting.edition_id = enrolment.edition_id
    where enrolment.person_id = ${personId} and meeting.starts_at > ${since()}
      and (enrolment.status in ('requested', 'confirmed', 'completed', 'not_completed')
        -- Taken away by the edition being called off, and not before that.
        or (enrolment.status = 'cancelled' and edition.status = 'cancelled'
          and enrolment.status_changed_at >= edition.cancelled_at))
    order by meeting.starts_at, meeting.id limit ${mostMeetings}`.execute(db)
  return rows
}

/** Every meeting that somebody gives, likewise. */
export async function listTaughtMeetings(
  db: Db | Transaction,
  personId: number,
  only: { editionId?: number; meetingId?: number } = {},
): Promise<CalendarMeeting[]> {
  const { rows } = await sql<CalendarMeeting>`
    select ${meetingColumns}, ${ofMeeting} from ${from}
    where meeting.id in (${taughtBy(personId)}) and meeting.starts_at > ${since()}
      ${only.editionId === undefined ? sql`` : sql`and meeting.edition_id = ${only.editionId}`}
      ${only.meetingId === undefined ? sql`` : sql`and meeting.id = ${only.meetingId}`}
    order by meeting.starts_at, meeting.id limit ${mostMeetings}`.execute(db)
  return rows
}

/** Every meeting in a room, with who gives it, likewise. */
export async function listRoomMeetings(
  db: Db,
  roomId: number,
): Promise<(CalendarMeeting & { trainers: string[] })[]> {
  const { rows } = await sql<CalendarMeeting & { trainers: string[] }>`
    select ${meetingColumns}, ${ofMeeting}, array(
      select person.name from meeting_trainer join person on person.id = person_id
      where meeting_id = meeting.id order by person.sort_name) as trainers
    from ${from}
    where meeting.room_id = ${roomId} and meeting.starts_at > ${since()}
    order by meeting.starts_at, meeting.id limit ${mostMeetings}`.execute(db)
  return rows
}

/**
 * What one can go to, within the filter of the catalogue; what was called off stays in sight for some months. Dates
 * and places left play no part: a calendar is its own period, and hears of a full edition too late.
 */
export async function listOfferedMeetings(db: Db, filter: CatalogueFilter): Promise<CalendarMeeting[]> {
  const words = searchWords(filter.search)
  const { rows } = await sql<CalendarMeeting>`
    ${words.length > 0 ? sql`with ${matchedOfferings(words, false)}` : sql``}
    select ${meetingColumns}, ${ofMeeting} from ${from}
    ${words.length > 0 ? sql`join matched on matched.offering_id = offering.id` : sql``}
    where ${offeringMatches(filter)} and meeting.starts_at > ${since()}
      and (edition.status in ('open', 'going_ahead')
        or (edition.status = 'cancelled' and edition.cancelled_at > ${since()}))
      ${filter.place ? sql`and ${isIn(filter.place)}` : sql``}
    order by meeting.starts_at, meeting.id limit ${mostMeetings}`.execute(db)
  return rows
}

/** The meetings of one published edition, by its offering and its code. */
export async function listMeetingsOfOffered(db: Db, slug: string, code: string): Promise<CalendarMeeting[]> {
  const { rows } = await sql<CalendarMeeting>`
    select ${meetingColumns}, ${ofMeeting} from ${from}
    where offering.slug = ${slug} and edition.code = ${code} and offering.status = 'published'
      and edition.status in ('planned', 'open', 'going_ahead', 'cancelled')
    order by meeting.starts_at, meeting.id limit ${mostMeetings}`.execute(db)
  return rows
}

/** What goes into files about places: the meetings of one edition, or one of them, for each of these enrolments. */
export async function listMeetingsOfPlaces(
  db: Db | Transaction,
  places: { editionId: number; meetingId?: number } | { enrolmentIds: number[] },
): Promise<AttendedMeeting[]> {
  if ('enrolmentIds' in places && places.enrolmentIds.length === 0) return []
  const which =
    'enrolmentIds' in places
      ? sql`enrolment.id = any(${places.enrolmentIds}::bigint[])`
      : sql`enrolment.edition_id = ${places.editionId}
          ${places.meetingId === undefined ? sql`` : sql`and meeting.id = ${places.meetingId}`}`
  const { rows } = await sql<AttendedMeeting>`
    select ${meetingColumns}, ${ofPlace}
    from enrolment join (${from}) on meeting.edition_id = enrolment.edition_id
    where ${which} and enrolment.status not in ('unconfirmed', 'waitlisted', 'offered')
    order by enrolment.id, meeting.starts_at, meeting.id`.execute(db)
  return rows
}
