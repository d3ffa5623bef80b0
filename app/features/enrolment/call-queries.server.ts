import { sql } from 'kysely'
import { now } from '#app/platform/clock.ts'
import type { Db } from '#db/client.server.ts'

export type Call = {
  enrolmentId: number
  name: string
  school: string | null
  telephone: string | null
  reachedAt: Date | null
  reachedBy: string | null
}

const hours = (amount: number) => amount * 3_600_000

/** Whether a mail may come too late: from a day before the meeting until it is over. */
export const isShortNotice = (meeting: { startsAt: Date; endsAt: Date }, at: Date): boolean =>
  meeting.startsAt.getTime() - at.getTime() <= hours(24) && meeting.endsAt > at

/**
 * Whom to ring about a meeting, by name: who has a place, or had one until the edition was called off. The number is
 * the one given for this edition's days, or else the person's own: only its trainers and a coordinator come here.
 */
export async function listCalls(db: Db, meetingId: number): Promise<Call[]> {
  const { rows } = await sql<Call>`
    select enrolment.id as enrolment_id, person.name, organisation.name as school,
      coalesce(enrolment.telephone, person.telephone) as telephone,
      meeting_call.reached_at, reacher.name as reached_by
    from meeting
    join edition on edition.id = meeting.edition_id
    join enrolment on enrolment.edition_id = edition.id and (enrolment.status in ('requested', 'confirmed')
      or (enrolment.status = 'cancelled' and edition.status = 'cancelled'
        and enrolment.status_changed_at >= edition.cancelled_at))
    join person on person.id = enrolment.person_id
    left join organisation on organisation.id = enrolment.organisation_id
    left join meeting_call on meeting_call.meeting_id = meeting.id and meeting_call.enrolment_id = enrolment.id
    left join person reacher on reacher.id = meeting_call.reached_by
    where meeting.id = ${meetingId}
    order by person.sort_name, enrolment.id
    limit 1000`.execute(db)
  return rows
}

/** The meeting of an edition about which a mail may come too late, the first one first; undefined when there is none. */
export async function findShortNoticeMeeting(db: Db, editionId: number): Promise<{ id: number } | undefined> {
  const meetings = await db
    .selectFrom('meeting')
    .select(['id', 'startsAt', 'endsAt'])
    .where('editionId', '=', editionId)
    .where('status', '=', 'planned')
    .orderBy('startsAt')
    .limit(60)
    .execute()
  return meetings.find((meeting) => isShortNotice(meeting, now()))
}
