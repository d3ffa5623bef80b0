import { sql } from 'kysely'
import { now, today } from '#app/platform/clock.ts'
import type { Db } from '#db/client.server.ts'
import { type EditionFacts, place, whyClosed } from './enrolment.ts'
import { findOpenEnrolment, listOtherEditions } from './enrolment-queries.server.ts'
import { closedTexts, misfitTexts } from './enrolment-texts.ts'
import { findMisfit } from './misfit-queries.server.ts'
import { listSchools, type School } from './school-queries.server.ts'

type Edition = EditionFacts & { id: number; offeringId: number }

/** A school or team to go for, with who approves when that team wants to. */
export type SchoolChoice = School & { approvers: string[] }

/** Where a person works, with the names of those who approve; the leads, without those the deputies. */
export async function listSchoolChoices(db: Db, personId: number): Promise<SchoolChoice[]> {
  const schools = await listSchools(db, personId)
  const teams = schools.flatMap(({ teamId, needsApproval }) => (teamId && needsApproval ? [teamId] : []))
  if (teams.length === 0) return schools.map((school) => ({ ...school, approvers: [] }))
  const { rows } = await sql<{ teamId: number; name: string; deputy: boolean }>`
    select membership.team_id, person.name, membership.role = 'deputy_lead' as deputy
    from membership join person on person.id = membership.person_id and person.deactivated_at is null
    where membership.team_id = any(${teams}::bigint[]) and membership.role in ('team_lead', 'deputy_lead')
      and membership.starts_on <= ${today()}::date
      and (membership.ends_on is null or membership.ends_on >= ${today()}::date)
      and person.id <> ${personId}
    order by person.sort_name limit 40`.execute(db)
  return schools.map((school) => {
    const own = rows.filter(({ teamId }) => teamId === school.teamId)
    const leads = own.filter(({ deputy }) => !deputy)
    return { ...school, approvers: (leads.length > 0 ? leads : own).map(({ name }) => name) }
  })
}

/** Why this person cannot enrol here now, in sentences; undefined when they can. */
export async function findHindrance(
  db: Db,
  edition: Edition,
  personId: number | undefined,
): Promise<{ sentences: string[]; enrolmentId?: number } | undefined> {
  if (personId !== undefined) {
    const own = await findOpenEnrolment(db, personId, edition.id)
    if (own) return { sentences: [], enrolmentId: own.id }
  }
  const closed = whyClosed(edition, now())
  if (closed) return { sentences: [closedTexts[closed]] }
  const misfit = personId === undefined ? undefined : await findMisfit(db, personId, edition)
  return misfit && { sentences: misfitTexts(misfit) }
}

/** Other dates of the same offering that one can enrol in now, with what one would get. */
export async function listOtherDates(db: Db, edition: Edition) {
  const others = await listOtherEditions(db, edition, now())
  return others.map(({ code, slug, startsAt, ...places }) => ({
    code,
    slug,
    startsAt,
    isFull: place(places, false) === 'waitlisted',
  }))
}
