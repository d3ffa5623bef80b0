import { sql } from 'kysely'
import { now, today } from '#app/platform/clock.ts'
import type { Db } from '#db/client.server.ts'

export type PendingApproval = {
  id: number
  editionId: number
  personId: number
  teamId: number | null
  title: string
  name: string
  askedAt: Date
  remindedAt: Date | null
  toDeputyAt: Date | null
  toCoordinatorAt: Date | null
  enrolUntil: Date | null
  startsAt: Date | null
  /** Of the site of the team, else of the organisation's first. */
  holidayRegion: 'noord' | 'midden' | 'zuid'
}

/** Every request that waits for an answer, the oldest first, with how far it has been put. */
export async function listPendingApprovals(db: Db): Promise<PendingApproval[]> {
  const { rows } = await sql<PendingApproval>`
    select enrolment.id, enrolment.edition_id, enrolment.person_id, enrolment.team_id, offering.title, person.name,
      coalesce(enrolment.approval_asked_at, enrolment.created_at) as asked_at,
      enrolment.approval_reminded_at as reminded_at, enrolment.approval_to_deputy_at as to_deputy_at,
      enrolment.approval_to_coordinator_at as to_coordinator_at, edition.enrol_until, edition.starts_at,
      coalesce(
        (select holiday_region from site where site.id = team.site_id),
        (select holiday_region from site where site.organisation_id = team.organisation_id order by site.id limit 1),
        'noord') as holiday_region
    from enrolment
    join edition on edition.id = enrolment.edition_id and edition.status in ('open', 'going_ahead')
      and edition.starts_at > ${now()}
    join offering on offering.id = edition.offering_id
    join person on person.id = enrolment.person_id
    left join team on team.id = enrolment.team_id
    where enrolment.approval = 'pending' and enrolment.status in ('requested', 'waitlisted', 'offered')
      and (enrolment.status <> 'offered' or enrolment.approval_asked_at is not null)
      -- Who left the school is asked first; the old team has no more to say about it.
      and not exists (select from membership_question
        where enrolment_id = enrolment.id and answered_at is null)
    order by asked_at, enrolment.id
    limit 2000`.execute(db)
  return rows
}

/** The school holidays of this school year and around it, with their regions. */
export function listHolidaysAround(db: Db) {
  return db
    .selectFrom('schoolHoliday')
    .select(['holidayRegion', 'startsOn', 'endsOn'])
    .where('endsOn', '>=', sql<string>`${today()}::date - 90`)
    .where('startsOn', '<=', sql<string>`${today()}::date + 1`)
    .execute()
}
