import { sql } from 'kysely'
import { placeText } from '#app/features/catalogue/place.ts'
import type { EnrolmentStatus } from '#app/features/enrolment/enrolment.ts'
import { schoolYearStart } from '#app/features/enrolment/enrolment.ts'
import { type MyEvaluation, myEvaluations } from '#app/features/evaluation/evaluation-queries.server.ts'
import { now, today } from '#app/platform/clock.ts'
import type { Db } from '#db/client.server.ts'
import { type Appointment, type Entitlement, entitlementOf, schoolYearFrom } from './hour-card.ts'

type AgendaRow = {
  meetingId: number
  enrolmentId: number
  status: EnrolmentStatus
  title: string
  kind: string
  bring: string[]
  startsAt: Date
  endsAt: Date
  placeNote: string | null
  room: string | null
  organisation: string | null
  number: number
  total: number
  absent: boolean
  handouts: { id: number; title: string }[] | null
}

/** The meetings of mine that are still to come, the first one first, with what may be done about each. */
export async function listMyMeetings(db: Db, personId: number) {
  const { rows } = await sql<AgendaRow>`
    select meeting.id as meeting_id, enrolment.id as enrolment_id, enrolment.status, offering.title,
      offering.kind, offering.bring, meeting.starts_at, meeting.ends_at, meeting.place_note, room_place.room, room_place.organisation,
      numbered.number, numbered.total, absence_notice.meeting_id is not null as absent,
      (select json_agg(json_build_object('id', handout.id, 'title', handout.title) order by handout.id)
        from handout where handout.meeting_id = meeting.id) as handouts
    from enrolment
    join meeting on meeting.edition_id = enrolment.edition_id and meeting.status = 'planned' and meeting.ends_at > ${now()}
    join edition on edition.id = enrolment.edition_id
    join offering on offering.id = edition.offering_id
    cross join lateral (select count(*) filter (where other.starts_at <= meeting.starts_at) as number, count(*) as total
      from meeting other where other.edition_id = meeting.edition_id and other.status = 'planned') numbered
    left join room_place on room_place.room_id = meeting.room_id
    left join absence_notice on absence_notice.enrolment_id = enrolment.id and absence_notice.meeting_id = meeting.id
    where enrolment.person_id = ${personId} and enrolment.status in ('unconfirmed', 'requested', 'confirmed')
    order by meeting.starts_at
    limit 30`.execute(db)
  return rows.map(({ placeNote, room, organisation, ...row }) => ({
    ...row,
    handouts: row.handouts ?? [],
    place: placeText({ placeNote, room, organisation }),
  }))
}

export type Waiting = {
  enrolmentId: number
  status: 'waitlisted' | 'offered'
  title: string
  startsAt: Date
  heldUntil: Date | null
  position: number
}

/** Where I wait in line, with my place in it, and what was offered to me. */
export async function listMyWaiting(db: Db, personId: number): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`
    select mine.id as enrolment_id, mine.status, offering.title,
      coalesce(edition.starts_at, mine.created_at) as starts_at, mine.held_until,
      (select count(*) from enrolment ahead
        where ahead.edition_id = mine.edition_id and ahead.status = 'waitlisted'
          and (ahead.waiting_since, ahead.id) <= (mine.waiting_since, mine.id)) as position
    from enrolment mine
    join edition on edition.id = mine.edition_id
    join offering on offering.id = edition.offering_id
    where mine.person_id = ${personId} and mine.status in ('waitlisted', 'offered')
    order by edition.starts_at, mine.id
    limit 30`.execute(db)
  return rows
}

export type Questions = {
  substitutions: { id: number; from: string; title: string; startsAt: string | null }[]
  memberships: { id: number; school: string; title: string; startsAt: string | null }[]
  approvals: number
  teaching: { meetingId: number; title: string; startsAt: string }[]
  evaluations: MyEvaluation[]
}

/** What is asked of me: to take over a place, what to do after changing schools, to approve, to teach, what I thought. */
export async function findMyQuestions(
  db: Db,
  actor: { personId: number; leads: ReadonlySet<number> },
): Promise<Questions> {
  const { rows } = await sql<{ [Key in keyof Questions]: Questions[Key] | null }>`
    select
      (select json_agg(json_build_object('id', substitution.id, 'from', person.name, 'title', offering.title,
          'startsAt', edition.starts_at) order by substitution.id)
        from substitution
        join enrolment on enrolment.id = substitution.enrolment_id and enrolment.status = 'confirmed'
        join person on person.id = enrolment.person_id
        join edition on edition.id = enrolment.edition_id and edition.starts_at > ${now()}
        join offering on offering.id = edition.offering_id
        where substitution.substitute_id = ${actor.personId} and substitution.answered_at is null) as substitutions,
      (select json_agg(json_build_object('id', membership_question.id, 'school', organisation.name,
          'title', offering.title, 'startsAt', edition.starts_at) order by membership_question.id)
        from enrolment
        join membership_question on membership_question.enrolment_id = enrolment.id
          and membership_question.answered_at is null
        join organisation on organisation.id = enrolment.organisation_id
        join edition on edition.id = enrolment.edition_id
        join offering on offering.id = edition.offering_id
        where enrolment.person_id = ${actor.personId}) as memberships,
      (select count(*) from enrolment
        where team_id = any(${[...actor.leads]}::bigint[]) and approval = 'pending'
          and (status in ('requested', 'waitlisted') or (status = 'offered' and approval_asked_at is not null))
          and person_id <> ${actor.personId}) as approvals,
      (select json_agg(json_build_object('meetingId', meeting.id, 'title', offering.title,
          'startsAt', meeting.starts_at) order by meeting.starts_at)
        from meeting_trainer
        join meeting on meeting.id = meeting_trainer.meeting_id and meeting.status = 'planned'
          and meeting.starts_at >= ${today()}::date and meeting.starts_at < ${today()}::date + 1
        join edition on edition.id = meeting.edition_id
        join offering on offering.id = edition.offering_id
        where meeting_trainer.person_id = ${actor.personId}) as teaching,
      (select json_agg(json_build_object('enrolmentId', enrolment_id, 'title', title, 'openUntil', open_until,
          'required', required)) from (${myEvaluations(actor.personId)}) evaluation) as evaluations`.execute(
    db,
  )
  const [row] = rows
  return {
    substitutions: row?.substitutions ?? [],
    memberships: row?.memberships ?? [],
    approvals: row?.approvals ?? 0,
    teaching: row?.teaching ?? [],
    evaluations: row?.evaluations ?? [],
  }
}

/** My proofs and certificates, the newest first. */
export function listMyCertificates(db: Db, personId: number) {
  return db
    .selectFrom('certificate')
    .select(['id', 'kind', 'number', 'code', 'title', 'minutes', 'lastDay', 'revokedAt'])
    .where('personId', '=', personId)
    .orderBy('lastDay', 'desc')
    .orderBy('id', 'desc')
    .limit(50)
    .execute()
}

type HoursRow = {
  certified: number
  attended: number
  takenOver: number
  elsewhere: number
  appointments: Appointment[]
  entitlements: Entitlement[]
}

/**
 * My minutes of this school year: those on what was issued, of what isn't finished yet the minutes I was there, net of
 * breaks, and those that were taken over from before the portal. With the agreements I work under, as far as they are known.
 */
export async function findMyHours(db: Db, personId: number) {
  const year = schoolYearFrom(Number(schoolYearStart(today()).slice(0, 4)))
  const since = year.from
  const { rows } = await sql<HoursRow>`
    select
      (select coalesce(sum(minutes), 0) from certificate
        where person_id = ${personId} and revoked_at is null and last_day >= ${since}::date) as certified,
      (select coalesce(sum(greatest(0, extract(epoch from meeting.ends_at - meeting.starts_at)::int / 60
            - meeting.break_minutes - attendance.minutes_late - attendance.minutes_left_early)), 0)
        from enrolment
        join attendance on attendance.enrolment_id = enrolment.id and attendance.state = 'present'
        join meeting on meeting.id = attendance.meeting_id and meeting.starts_at >= ${since}::date
        where enrolment.person_id = ${personId}
          and not exists (select from certificate
            where certificate.enrolment_id = enrolment.id and revoked_at is null)) as attended,
      (select coalesce(sum(minutes), 0) from past_attendance
        where person_id = ${personId} and held_on >= ${since}::date) as taken_over,
      (select coalesce(sum(minutes), 0) from outside_activity
        where person_id = ${personId} and state = 'recognised' and held_on >= ${since}::date) as elsewhere,
      coalesce((select json_agg(json_build_object('organisationId', organisation_id, 'organisation', '',
          'agreement', collective_agreement, 'staff', staff_kind, 'factor', coalesce(part_time_factor, 1),
          'from', starts_on, 'until', ends_on))
        from membership where person_id = ${personId} and collective_agreement is not null and staff_kind is not null
          and starts_on <= ${year.until}::date and (ends_on is null or ends_on >= ${since}::date)), '[]') as appointments,
      (select coalesce(json_agg(json_build_object('agreement', agreement, 'staff', staff, 'validFrom', valid_from,
          'hoursPerYear', hours_per_year)), '[]') from hour_entitlement) as entitlements
    `.execute(db)
  const hours = rows[0]
  const entitled = entitlementOf(year, hours?.appointments ?? [], hours?.entitlements ?? [])
  return {
    minutes: hours ? hours.certified + hours.attended + hours.takenOver + hours.elsewhere : 0,
    takenOver: hours?.takenOver ?? 0,
    /** Null: no agreement is known. */
    entitled: entitled.length > 0 ? entitled.reduce((sum, { minutes }) => sum + minutes, 0) : null,
  }
}
