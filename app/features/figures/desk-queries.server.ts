import { sql } from 'kysely'
import { now, today } from '#app/platform/clock.ts'
import { addDays } from '#app/platform/dates.ts'
import type { Db } from '#db/client.server.ts'

export type DeskCounts = {
  contactMessages: number
  refusedMails: number
  suggestions: number
  reviews: number
  approvals: number
  toClose: number
  waitingMails: number
}

/** How much waits for a coordinator, of each kind. One query. */
export async function countDeskWork(db: Db): Promise<DeskCounts> {
  const { rows } = await sql<DeskCounts>`
    select
      (select count(*) from contact_message where handled_at is null) as contact_messages,
      (select count(*) from outbox where refused_at is not null and handled_at is null) as refused_mails,
      (select count(*) from organisation_suggestion where handled_at is null) as suggestions,
      (select count(*) from certificate_review where decided_at is null) as reviews,
      (select count(*) from enrolment join edition on edition.id = enrolment.edition_id
        where enrolment.approval = 'pending' and enrolment.status in ('requested', 'waitlisted')
          and edition.starts_at > ${now()}
          and (enrolment.approval_to_coordinator_at is not null or enrolment.team_id is null
            or not exists (select 1 from membership
              where membership.team_id = enrolment.team_id and membership.role in ('team_lead', 'deputy_lead')
                and membership.starts_on <= ${today()}::date
                and coalesce(membership.ends_on, 'infinity') >= ${today()}::date))) as approvals,
      (select count(*) from edition where status in ('open', 'going_ahead') and ends_at < ${now()}) as to_close,
      (select count(*) from outbox where sent_at is null and refused_at is null and attempts > 0) as waiting_mails
  `.execute(db)
  return rows[0] as DeskCounts
}

/** Editions whose decide-day falls within a week, or has passed, and that nobody decided on; soonest first. */
export function listEditionsToDecide(db: Db) {
  return db
    .selectFrom('edition')
    .innerJoin('offering', 'offering.id', 'edition.offeringId')
    .select([
      'edition.id',
      'edition.code',
      'offering.title',
      'edition.startsAt',
      'edition.decideOn',
      'edition.placesHeld',
      'edition.minimum',
      'edition.capacity',
      'edition.waiting',
      'edition.status',
    ])
    .where('edition.status', '=', 'open')
    .where('edition.startsAt', '>', now())
    .where('edition.decideOn', '<=', addDays(today(), 7))
    .orderBy('edition.decideOn')
    .orderBy('edition.id')
    .limit(20)
    .execute()
}

/** Meetings of today and the next days, in order of time, with how many are expected. */
export function listComingMeetings(db: Db, days: number) {
  return db
    .selectFrom('meeting')
    .innerJoin('edition', 'edition.id', 'meeting.editionId')
    .innerJoin('offering', 'offering.id', 'edition.offeringId')
    .leftJoin('roomPlace', 'roomPlace.roomId', 'meeting.roomId')
    .select([
      'meeting.id',
      'meeting.startsAt',
      'meeting.endsAt',
      'meeting.placeNote',
      'roomPlace.room',
      'roomPlace.site',
      'roomPlace.organisation',
      'edition.id as editionId',
      'edition.placesHeld',
      'edition.capacity',
      'offering.title',
    ])
    .where('meeting.status', '=', 'planned')
    .where('edition.status', 'in', ['open', 'going_ahead'])
    .where('meeting.endsAt', '>', sql<Date>`date_trunc('day', ${now()}::timestamptz)`)
    .where('meeting.startsAt', '<', new Date(now().getTime() + days * 86_400_000))
    .orderBy('meeting.startsAt')
    .orderBy('meeting.id')
    .limit(30)
    .execute()
}
