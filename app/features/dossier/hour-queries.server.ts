import { type RawBuilder, sql } from 'kysely'
import { isOwnChoice } from '#app/features/enrolment/team-matter.server.ts'
import type { Db, Transaction } from '#db/client.server.ts'
import {
  type Appointment,
  type Entitlement,
  entitlementOf,
  type HourRow,
  type SchoolYear,
  sumHours,
} from './hour-card.ts'

const mostRows = 500

/**
 * Everything that counts in a school year, the last first: what was issued, of what isn't finished the minutes somebody
 * was there (net of breaks), what was taken over from before the portal, and what was done elsewhere and recognised.
 */
export async function listHourRows(
  db: Db,
  personId: number,
  { from, until }: SchoolYear,
): Promise<HourRow[]> {
  const { rows } = await sql<HourRow>`
    select 'certificate' as source, certificate.enrolment_id as id, certificate.title, last_day as day,
      certificate.minutes, ${isOwnChoice()} as own_choice
    from certificate join enrolment on enrolment.id = certificate.enrolment_id
    where certificate.person_id = ${personId} and revoked_at is null and last_day between ${from}::date and ${until}::date
    union all
    select 'attendance', enrolment.id, offering.title, max(meeting.starts_at)::date,
      sum(greatest(0, extract(epoch from meeting.ends_at - meeting.starts_at)::int / 60
        - meeting.break_minutes - attendance.minutes_late - attendance.minutes_left_early))::int, ${isOwnChoice()}
    from enrolment
    join attendance on attendance.enrolment_id = enrolment.id and attendance.state = 'present'
    join meeting on meeting.id = attendance.meeting_id
      and meeting.starts_at::date between ${from}::date and ${until}::date
    join edition on edition.id = enrolment.edition_id
    join offering on offering.id = edition.offering_id
    where enrolment.person_id = ${personId}
      and not exists (select from certificate where certificate.enrolment_id = enrolment.id and revoked_at is null)
    group by enrolment.id, offering.title
    union all
    select 'past', id, title, held_on, minutes, null from past_attendance
    where person_id = ${personId} and held_on between ${from}::date and ${until}::date
    union all
    select 'outside', id, title, held_on, minutes, own_choice from outside_activity
    where person_id = ${personId} and state = 'recognised' and held_on between ${from}::date and ${until}::date
    order by day desc, source, id
    limit ${mostRows}`.execute(db)
  return rows
}

/** What a lead sees of it: what was assigned, and what was somebody's own choice only where they want that. */
export async function listHoursForLead(
  db: Db,
  personId: number,
  year: SchoolYear,
): Promise<{ rows: HourRow[]; shared: boolean }> {
  const { shareOwnChoice: shared } = await db
    .selectFrom('person')
    .select('shareOwnChoice')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  const rows = await listHourRows(db, personId, year)
  return { rows: rows.filter(({ ownChoice }) => shared || ownChoice === false), shared }
}

/** Every appointment under an agreement that touches the year. */
export async function listAppointments(
  db: Db,
  personId: number,
  { from, until }: SchoolYear,
): Promise<Appointment[]> {
  const { rows } = await sql<Appointment>`
    select organisation_id, organisation.name as organisation, collective_agreement as agreement, staff_kind as staff,
      coalesce(part_time_factor, 1) as factor, starts_on as "from", ends_on as until
    from membership join organisation on organisation.id = organisation_id
    where person_id = ${personId} and collective_agreement is not null and staff_kind is not null
      and starts_on <= ${until}::date and (ends_on is null or ends_on >= ${from}::date)
    order by starts_on, membership.id
    limit 50`.execute(db)
  return rows
}

export type ListedEntitlement = Entitlement & { id: number; note: string }

/** What the agreements give, by agreement and staff, the latest first. */
export async function listEntitlements(db: Db): Promise<ListedEntitlement[]> {
  const { rows } = await sql<ListedEntitlement>`
    select id, agreement, staff, valid_from, hours_per_year, note from hour_entitlement
    order by agreement, staff, valid_from desc
    limit 200`.execute(db)
  return rows
}

/** One's hour card of a school year: what one is entitled to, what one did, and the sums of both. */
export async function findHourCard(db: Db, personId: number, year: SchoolYear) {
  const [rows, appointments, entitlements] = await Promise.all([
    listHourRows(db, personId, year),
    listAppointments(db, personId, year),
    listEntitlements(db),
  ])
  const entitled = entitlementOf(year, appointments, entitlements)
  return {
    rows,
    sums: sumHours(rows),
    entitled,
    entitledMinutes: entitled.reduce((sum, { minutes }) => sum + minutes, 0),
  }
}

export type HourCard = Awaited<ReturnType<typeof findHourCard>>

export type OutsideActivity = {
  id: number
  personId: number
  name: string
  title: string
  organiser: string | null
  heldOn: string
  minutes: number
  ownChoice: boolean
  state: 'requested' | 'recognised' | 'refused' | 'withdrawn'
  reason: string | null
  decidedBy: string | null
  hasFile: boolean
}

const activities = sql`
  select outside_activity.id, outside_activity.person_id, holder.name, title, organiser, held_on, minutes, own_choice,
    state, reason, decider.name as decided_by, file_id is not null as has_file
  from outside_activity
  join person holder on holder.id = outside_activity.person_id
  left join person decider on decider.id = decided_by`

/** What somebody did elsewhere, the last first; what they took back is left out. */
export async function listOutsideActivities(db: Db, personId: number): Promise<OutsideActivity[]> {
  const { rows } = await sql<OutsideActivity>`${activities}
    where outside_activity.person_id = ${personId} and state <> 'withdrawn'
    order by held_on desc, outside_activity.id desc limit 100`.execute(db)
  return rows
}

/** What waits for recognition of these people, the longest waiting first. */
export async function listActivitiesToRecognise(
  db: Db,
  people: RawBuilder<unknown>,
): Promise<OutsideActivity[]> {
  const { rows } = await sql<OutsideActivity>`${activities}
    where state = 'requested' and outside_activity.person_id in (${people})
    order by outside_activity.created_at, outside_activity.id limit 100`.execute(db)
  return rows
}

export async function countActivitiesToRecognise(db: Db, people: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) from outside_activity where state = 'requested' and person_id in (${people})`.execute(db)
  return rows[0]?.count ?? 0
}

/** The file of an activity, with whose it is. */
export function findActivityFile(db: Db | Transaction, id: number) {
  return db
    .selectFrom('outsideActivity')
    .select(['id', 'personId', 'fileId', 'state'])
    .where('id', '=', id)
    .where('fileId', 'is not', null)
    .executeTakeFirst()
}
