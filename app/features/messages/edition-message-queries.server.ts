import { sql } from 'kysely'
import { now } from '#app/platform/clock.ts'
import type { Db, Transaction } from '#db/client.server.ts'
import type { Audience } from './edition-message.ts'

export type MessageReader = {
  enrolmentId: number
  personId: number
  name: string
  /** False: has no address, or wants no such messages. */
  reachable: boolean
}

/** Who reads a message to this group of an edition, by name. Absent: told beforehand, or recorded so. */
export async function listReaders(
  db: Db | Transaction,
  editionId: number,
  to: { audience: Audience; meetingId?: number | undefined },
): Promise<MessageReader[]> {
  const group = {
    participants: sql`enrolment.status in ('requested', 'confirmed', 'completed', 'not_completed')`,
    waiting: sql`enrolment.status in ('waitlisted', 'offered')`,
    absent: sql`enrolment.status in ('requested', 'confirmed', 'completed', 'not_completed')
      and exists (select from meeting where meeting.id = ${to.meetingId ?? null}::bigint
        and meeting.edition_id = enrolment.edition_id)
      -- What was recorded counts; what somebody said beforehand does until then.
      and coalesce(
        (select state <> 'present' from attendance
          where enrolment_id = enrolment.id and meeting_id = ${to.meetingId ?? null}::bigint),
        exists (select from absence_notice
          where enrolment_id = enrolment.id and meeting_id = ${to.meetingId ?? null}::bigint))`,
  }[to.audience]
  const { rows } = await sql<MessageReader>`
    select enrolment.id as enrolment_id, person.id as person_id, person.name,
      person.deactivated_at is null
        and exists (select from email_address where person_id = person.id)
        and not exists (select from mail_optout where person_id = person.id and kind = 'messages') as reachable
    from enrolment
    join person on person.id = enrolment.person_id
    where enrolment.edition_id = ${editionId} and ${group}
    order by person.sort_name, enrolment.id
    limit 1500`.execute(db)
  return rows
}

/** How many there are in each group, to choose from. */
export async function countReaders(
  db: Db,
  editionId: number,
): Promise<{ participants: number; waiting: number }> {
  const { rows } = await sql<{ participants: number; waiting: number }>`
    select count(*) filter (where status in ('requested', 'confirmed', 'completed', 'not_completed')) as participants,
      count(*) filter (where status in ('waitlisted', 'offered')) as waiting
    from enrolment where edition_id = ${editionId}`.execute(db)
  return rows[0] ?? { participants: 0, waiting: 0 }
}

/** The edition that is written to, with its meetings that go on, in order. */
export async function findWrittenEdition(db: Db | Transaction, editionId: number) {
  const edition = await db
    .selectFrom('edition')
    .innerJoin('offering', 'offering.id', 'edition.offeringId')
    .select(['edition.id', 'edition.code', 'offering.title'])
    .where('edition.id', '=', editionId)
    .executeTakeFirst()
  if (!edition) return undefined
  const meetings = await db
    .selectFrom('meeting')
    .select(['id', 'startsAt', 'endsAt'])
    .where('editionId', '=', editionId)
    .where('status', '=', 'planned')
    .orderBy('startsAt')
    .limit(60)
    .execute()
  const past = meetings.filter(({ endsAt }) => endsAt < now())
  return { ...edition, meetings, latestMeetingId: (past.at(-1) ?? meetings[0])?.id }
}
