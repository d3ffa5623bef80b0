import { sql } from 'kysely'
import { rosterStatuses } from '#app/features/attendance/attendance-queries.server.ts'
import type { Db, Transaction } from '#db/client.server.ts'
import type { CheckInState } from './check-in.ts'

export type CheckInMeeting = {
  id: number
  editionId: number
  title: string
  startsAt: Date
  endsAt: Date
  status: 'planned' | 'cancelled'
  editionStatus: 'planned' | 'open' | 'going_ahead' | 'cancelled' | 'closed'
}

const meetings = (db: Db | Transaction) =>
  db
    .selectFrom('meeting')
    .innerJoin('edition', 'edition.id', 'meeting.editionId')
    .innerJoin('offering', 'offering.id', 'edition.offeringId')
    .select([
      'meeting.id',
      'meeting.editionId',
      'offering.title',
      'meeting.startsAt',
      'meeting.endsAt',
      'meeting.status',
      'edition.status as editionStatus',
    ])

export function findCheckInMeeting(db: Db, meetingId: number): Promise<CheckInMeeting | undefined> {
  return meetings(db).where('meeting.id', '=', meetingId).executeTakeFirst()
}

/**
 * The meeting, held for who checks in: those don't wait for each other, but do for a trainer who is saving the roster,
 * and for whoever closes the edition.
 */
export function lockMeetingForCheckIn(
  trx: Transaction,
  meetingId: number,
): Promise<CheckInMeeting | undefined> {
  return meetings(trx)
    .where('meeting.id', '=', meetingId)
    .forShare('meeting')
    .forKeyShare('edition')
    .executeTakeFirst()
}

/** Somebody on the roster of an edition, and what they go by. */
export type Participant = { enrolmentId: number; personId: number; editionId: number; name: string }

const participants = (db: Db | Transaction) =>
  db
    .selectFrom('enrolment')
    .innerJoin('person', 'person.id', 'enrolment.personId')
    .select(['enrolment.id as enrolmentId', 'enrolment.personId', 'enrolment.editionId', 'person.name'])
    .where('enrolment.status', 'in', [...rosterStatuses])

export function findParticipant(
  db: Db | Transaction,
  who: { enrolmentId: number } | { personId: number; editionId: number },
): Promise<Participant | undefined> {
  const query = participants(db)
  return 'enrolmentId' in who
    ? query.where('enrolment.id', '=', who.enrolmentId).executeTakeFirst()
    : query
        .where('enrolment.personId', '=', who.personId)
        .where('enrolment.editionId', '=', who.editionId)
        .executeTakeFirst()
}

/** The first meeting of an edition that is not over at this moment, or else its last one. */
export function findMeetingToCheckIn(
  db: Db,
  editionId: number,
  now: Date,
): Promise<CheckInMeeting | undefined> {
  return meetings(db)
    .where('meeting.editionId', '=', editionId)
    .where('meeting.status', '=', 'planned')
    .orderBy((order) => order('meeting.endsAt', '>', now), 'desc')
    .orderBy(sql`abs(extract(epoch from meeting.ends_at - ${now}::timestamptz))`)
    .limit(1)
    .executeTakeFirst()
}

/** The meetings this person can check in at now or soon, in order; at most ten. */
export function listMeetingsToCheckIn(
  db: Db,
  personId: number,
  span: { from: Date; until: Date },
): Promise<CheckInMeeting[]> {
  return meetings(db)
    .innerJoin('enrolment', 'enrolment.editionId', 'meeting.editionId')
    .where('enrolment.personId', '=', personId)
    .where('enrolment.status', 'in', [...rosterStatuses])
    .where('meeting.status', '=', 'planned')
    .where('meeting.startsAt', '<', span.until)
    .where('meeting.endsAt', '>', span.from)
    .orderBy('meeting.startsAt')
    .limit(10)
    .execute()
}

export type OwnCheckIn = { state: CheckInState; codeAt: Date; minutesLate: number }

export function findCheckIn(db: Db, meetingId: number, enrolmentId: number): Promise<OwnCheckIn | undefined> {
  return db
    .selectFrom('checkIn')
    .select(['state', 'codeAt', 'minutesLate'])
    .where('meetingId', '=', meetingId)
    .where('enrolmentId', '=', enrolmentId)
    .executeTakeFirst()
}

export type CheckInRow = OwnCheckIn & {
  enrolmentId: number
  receivedAt: Date
  /** Others who checked in at this meeting from the same browser. */
  sharedWith: string[]
}

/** Every check-in at a meeting, by enrolment. */
export async function listCheckIns(db: Db, meetingId: number): Promise<CheckInRow[]> {
  const { rows } = await sql<CheckInRow>`
    select check_in.enrolment_id, check_in.state, check_in.code_at, check_in.received_at, check_in.minutes_late,
      coalesce((select json_agg(person.name order by person.sort_name) from check_in other
        join enrolment on enrolment.id = other.enrolment_id
        join person on person.id = enrolment.person_id
        where other.meeting_id = check_in.meeting_id and other.device = check_in.device
          and other.enrolment_id <> check_in.enrolment_id), '[]') as shared_with
    from check_in
    where check_in.meeting_id = ${meetingId}
    order by check_in.enrolment_id
    limit 2000
  `.execute(db)
  return rows
}
