import { sql } from 'kysely'
import { now, today } from '#app/platform/clock.ts'
import { addDays } from '#app/platform/dates.ts'
import type { Db } from '#db/client.server.ts'
import { type DeskGroup, type DeskRow, daysAheadOfDecision, daysUntilDesk } from './desk.ts'

type Counted<Row> = Row & { kind: string; total: number }

/** The rows of a query over several kinds, by kind. */
export function groupOf<Kind extends DeskGroup['kind'], Row extends DeskRow>(
  kind: Kind,
  rows: readonly Counted<Row>[],
) {
  const own = rows.filter((row) => row.kind === kind)
  return { kind, rows: own, total: own[0]?.total ?? 0 }
}

export type EnrolmentWork = DeskRow & {
  kind: 'approval' | 'offer'
  total: number
  name: string
  givenName: string
  school: string | null
  team: string | null
  title: string
  editionId: number
  startsAt: Date
  /** When it was asked, or offered. */
  since: Date
  note: string | null
  waiting: boolean
  /** An offer that was reminded of. */
  remindedAt: Date | null
}

/** Requests nobody answered and offers nobody answered: of each the first due, at most `most`. */
export async function listEnrolmentWork(db: Db, personId: number, most: number): Promise<EnrolmentWork[]> {
  const { rows } = await sql<EnrolmentWork>`
    with found as (
      select 'approval' as kind, enrolment.id, least(edition.enrol_until, edition.starts_at) as due,
        coalesce(approval_asked_at, enrolment.created_at) as since
      from enrolment join edition on edition.id = enrolment.edition_id
      where approval = 'pending' and enrolment.status in ('requested', 'waitlisted', 'offered')
        and edition.status in ('open', 'going_ahead') and edition.starts_at > ${now()}
        and enrolment.person_id <> ${personId}
        and (coalesce(approval_asked_at, enrolment.created_at) < ${now()}::timestamptz - ${daysUntilDesk} * interval '1 day'
          or approval_to_coordinator_at is not null or enrolment.team_id is null)
      union all
      select 'offer', enrolment.id, held_until, status_changed_at
      from enrolment where status = 'offered' and held_until > ${now()}
    ), counted as (
      select *, row_number() over (partition by kind order by due, id) as nth, count(*) over (partition by kind) as total
      from found
    )
    select counted.kind, counted.id, due, since, total, person.name, person.given_name, organisation.name as school,
      team.name as team, offering.title, edition.id as edition_id, edition.starts_at, enrolment.note,
      enrolment.status = 'waitlisted' as waiting,
      (select max(created_at) from outbox where outbox.person_id = enrolment.person_id
        and reason = 'enrolment.offer-reminder' and subject_key like 'enrolment:' || enrolment.id || ':%'
        and created_at >= since) as reminded_at
    from counted
    join enrolment using (id)
    join person on person.id = enrolment.person_id
    join edition on edition.id = enrolment.edition_id
    join offering on offering.id = edition.offering_id
    left join organisation on organisation.id = enrolment.organisation_id
    left join team on team.id = enrolment.team_id
    where nth <= ${most}
    order by counted.kind, nth`.execute(db)
  return rows
}

export type EditionWork = DeskRow & {
  kind: 'decision' | 'closing'
  total: number
  title: string
  code: string
  startsAt: Date
  endsAt: Date
  decideOn: string | null
  /** Whether that day has passed. */
  late: boolean
  placesHeld: number
  minimum: number
  waiting: number
  /** Those with a place; of them `requested` wait for their team. */
  told: number
  requested: number
  /** Offered, or still to confirm the mail. */
  unanswered: number
  /** Held for teams whose lead has to name people. */
  reserved: number
  /** Other dates with places left. */
  alternatives: number
}

/** Editions to decide on, of this week and overdue, and those that are over and not closed. */
export async function listEditionWork(db: Db, most: number): Promise<EditionWork[]> {
  const { rows } = await sql<EditionWork>`
    with found as (
      select 'decision' as kind, id, decide_on::timestamptz as due, decide_on::timestamptz as line
      from edition where status = 'open' and starts_at > ${now()}
        and decide_on <= ${addDays(today(), daysAheadOfDecision)}::date
      union all
      select 'closing', id, null, ends_at
      from edition where status in ('open', 'going_ahead') and ends_at < ${now()}
    ), counted as (
      select *, row_number() over (partition by kind order by line, id) as nth, count(*) over (partition by kind) as total
      from found
    )
    select counted.kind, counted.id, due, total, offering.title, code, starts_at, ends_at, decide_on,
      coalesce(decide_on < ${today()}::date, false) as late, places_held,
      edition.minimum, waiting,
      (select count(*) from enrolment where edition_id = edition.id
        and enrolment.status in ('confirmed', 'requested')) as told,
      (select count(*) from enrolment where edition_id = edition.id and enrolment.status = 'requested') as requested,
      (select count(*) from enrolment where edition_id = edition.id
        and enrolment.status in ('offered', 'unconfirmed')) as unanswered,
      (select coalesce(sum(places), 0)::integer from place_reservation where edition_id = edition.id) as reserved,
      (select count(*) from edition other where other.offering_id = edition.offering_id and other.id <> edition.id
        and other.status in ('open', 'going_ahead') and other.starts_at > ${now()}
        and other.waiting = 0 and other.places_held < other.capacity) as alternatives
    from counted
    join edition using (id)
    join offering on offering.id = edition.offering_id
    where nth <= ${most}
    order by counted.kind, nth`.execute(db)
  return rows
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
    .limit(8)
    .execute()
}
