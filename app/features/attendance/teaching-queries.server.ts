import { sql } from 'kysely'
import type { Actor } from '#app/access/actor.ts'
import { now } from '#app/platform/clock.ts'
import type { Db } from '#db/client.server.ts'
import { rosterStatuses } from './attendance-queries.server.ts'

export type TaughtMeeting = {
  id: number
  editionId: number
  title: string
  number: number
  count: number
  startsAt: Date
  endsAt: Date
  placeNote: string | null
  room: string | null
  organisation: string | null
  participants: number
  recorded: number
  present: number
  /** Whether this person trains the whole edition, and may open its page. */
  trainsEdition?: boolean
  /** Whether this person stands before it, and who does. */
  isMine?: boolean
  trainers?: string[]
}

const meetingColumns = sql`
  meeting.id, meeting.edition_id, offering.title, meeting.starts_at, meeting.ends_at, meeting.place_note,
  room_place.room, room_place.organisation, counts.participants, counts.recorded, counts.present,
  (select count(*) from meeting other where other.edition_id = edition.id and other.status = 'planned') as count,
  (select count(*) from meeting other where other.edition_id = edition.id and other.status = 'planned'
    and (other.starts_at, other.id) <= (meeting.starts_at, meeting.id)) as number`

const meetingTables = sql`
  meeting
  join edition on edition.id = meeting.edition_id
  join offering on offering.id = edition.offering_id
  left join room_place on room_place.room_id = meeting.room_id
  cross join lateral (
    select count(*) as participants, count(attendance.state) as recorded,
      count(*) filter (where attendance.state = 'present') as present
    from enrolment
    left join attendance on attendance.enrolment_id = enrolment.id and attendance.meeting_id = meeting.id
    where enrolment.edition_id = meeting.edition_id
      and enrolment.status = any(${rosterStatuses}::enrolment_status[])) counts`

/** The meetings this person gives, of editions that are not closed: from 60 days back, in order; at most 200. */
export async function listTaughtMeetings(db: Db, actor: Actor): Promise<TaughtMeeting[]> {
  const { rows } = await sql<TaughtMeeting>`
    select ${meetingColumns}, meeting.edition_id = any(${[...actor.trains]}::bigint[]) as trains_edition,
      exists (select from meeting_trainer
        where meeting_id = meeting.id and person_id = ${actor.personId}) as is_mine,
      coalesce((select json_agg(person.name order by sort_name) from meeting_trainer
        join person on person.id = person_id where meeting_id = meeting.id), '[]') as trainers
    from ${meetingTables}
    where (meeting.edition_id = any(${[...actor.trains]}::bigint[])
        or meeting.id = any(${[...actor.trainsMeetings]}::bigint[]))
      and meeting.status = 'planned' and edition.status not in ('cancelled', 'closed')
      and meeting.ends_at > ${new Date(now().getTime() - 60 * 86_400_000)}::timestamptz
    order by meeting.starts_at, meeting.id
    limit 200
  `.execute(db)
  return rows
}

/** The meetings of one edition that were not cancelled, in order. */
export async function listMeetingsOfEdition(db: Db, editionId: number): Promise<TaughtMeeting[]> {
  const { rows } = await sql<TaughtMeeting>`
    select ${meetingColumns} from ${meetingTables}
    where meeting.edition_id = ${editionId} and meeting.status = 'planned'
    order by meeting.starts_at, meeting.id
  `.execute(db)
  return rows
}

export type TaughtEdition = {
  id: number
  code: string
  title: string
  status: 'planned' | 'open' | 'going_ahead' | 'cancelled' | 'closed'
  startsAt: Date | null
  endsAt: Date | null
  closedAt: Date | null
}

/** The editions this person trains, the latest first; at most 50. */
export async function listTaughtEditions(db: Db, actor: Actor): Promise<TaughtEdition[]> {
  const ids = [...actor.trains]
  if (ids.length === 0) return []
  return db
    .selectFrom('edition')
    .innerJoin('offering', 'offering.id', 'edition.offeringId')
    .select([
      'edition.id',
      'edition.code',
      'offering.title',
      'edition.status',
      'edition.startsAt',
      'edition.endsAt',
      'edition.closedAt',
    ])
    .where('edition.id', 'in', ids)
    .where('edition.status', '!=', 'cancelled')
    .orderBy('edition.startsAt', (order) => order.desc().nullsLast())
    .orderBy('edition.id')
    .limit(50)
    .execute()
}

export async function findTaughtEdition(db: Db, editionId: number) {
  return db
    .selectFrom('edition')
    .innerJoin('offering', 'offering.id', 'edition.offeringId')
    .select([
      'edition.id',
      'edition.code',
      'offering.title',
      'offering.slug',
      'edition.status',
      'edition.test',
      'edition.minimumAttendancePercent',
      'edition.participantsNote',
      'edition.hasMeal',
      'edition.startsAt',
      'edition.endsAt',
      'edition.capacity',
      'edition.placesHeld',
      'edition.waiting',
    ])
    .where('edition.id', '=', editionId)
    .executeTakeFirst()
}

export type TaughtParticipant = {
  id: number
  name: string
  school: string | null
  status: string
  walkIn: boolean
  telephone: string | null
  dietaryWishes: string | null
  note: string | null
  /** The meetings they said beforehand to miss. */
  absences: { meetingId: number; note: string | null }[]
}

/**
 * Who takes part, by name. The telephone number is the one that was given for this edition's days, or else the
 * person's own: only its trainers and a coordinator come here.
 */
export async function listTaughtParticipants(db: Db, editionId: number): Promise<TaughtParticipant[]> {
  const { rows } = await sql<TaughtParticipant>`
    select enrolment.id, person.name, organisation.name as school, enrolment.status, enrolment.walk_in,
      coalesce(enrolment.telephone, person.telephone) as telephone, enrolment.dietary_wishes, enrolment.note,
      coalesce((select json_agg(json_build_object('meetingId', meeting_id, 'note', note))
        from absence_notice where absence_notice.enrolment_id = enrolment.id), '[]') as absences
    from enrolment
    join person on person.id = enrolment.person_id
    left join organisation on organisation.id = enrolment.organisation_id
    where enrolment.edition_id = ${editionId} and enrolment.status = any(${rosterStatuses}::enrolment_status[])
    order by person.sort_name, enrolment.id
  `.execute(db)
  return rows
}
