import { sql } from 'kysely'
import type { Db, Transaction } from '#db/client.server.ts'
import type { HolidayRegion } from '#db/schema.ts'
import type { HalfDay } from './half-day.ts'

/** What one said before about an offering, to change it; undefined when nothing stands. */
export function findOwnInterest(db: Db, personId: number, offeringId: number) {
  return db
    .selectFrom('interest')
    .select(['id', 'people', 'halfDays', 'fromDay', 'untilDay', 'remark', 'organisationId', 'teamId'])
    .where('personId', '=', personId)
    .where('offeringId', '=', offeringId)
    .where('endedAt', 'is', null)
    .executeTakeFirst()
}

/** An offering that one can show interest in, by the words in its address. */
export function findOfferingForInterest(db: Db, slug: string) {
  return db
    .selectFrom('offering')
    .select(['id', 'slug', 'title'])
    .where('slug', '=', slug)
    .where('status', '=', 'published')
    .executeTakeFirst()
}

export type Interested = {
  id: number
  personId: number
  name: string
  organisationId: number | null
  teamId: number | null
  organisation: string | null
  holidayRegion: HolidayRegion | null
  people: number
  halfDays: HalfDay[]
  fromDay: string | null
  untilDay: string | null
  remark: string | null
  createdAt: Date
}

/** Everyone on the list of an offering, in the order in which they came on it. Without closed accounts. */
export async function listInterested(db: Db | Transaction, offeringId: number): Promise<Interested[]> {
  const { rows } = await sql<Interested>`
    select interest.id, interest.person_id, person.name, interest.organisation_id, interest.team_id,
      organisation.name as organisation, interest.people, interest.half_days, interest.from_day, interest.until_day,
      interest.remark, interest.created_at,
      coalesce(
        (select holiday_region from site where site.id = team.site_id),
        (select holiday_region from site where site.organisation_id = organisation.id order by site.id limit 1)
      ) as holiday_region
    from interest
    join person on person.id = interest.person_id and person.deactivated_at is null
    left join organisation on organisation.id = interest.organisation_id
    left join team on team.id = interest.team_id
    where interest.offering_id = ${offeringId} and interest.ended_at is null
    order by interest.created_at, interest.id
    limit 500`.execute(db)
  return rows
}

export type OfferingInterest = {
  id: number
  title: string
  people: number
  schools: number
  since: Date
  minimum: number
  /** Dates one can enrol in now. */
  editions: number
}

/** The offerings that people wait for, the most wanted first. */
export async function listOfferingsWithInterest(db: Db, at: Date): Promise<OfferingInterest[]> {
  const { rows } = await sql<OfferingInterest>`
    select offering.id, offering.title, offering.minimum, sum(interest.people)::integer as people,
      count(distinct interest.organisation_id) as schools, min(interest.created_at) as since,
      (select count(*) from edition where edition.offering_id = offering.id
        and edition.status in ('open', 'going_ahead') and edition.starts_at > ${at}) as editions
    from interest
    join person on person.id = interest.person_id and person.deactivated_at is null
    join offering on offering.id = interest.offering_id
    where interest.ended_at is null
    group by offering.id
    order by people desc, offering.title
    limit 100`.execute(db)
  return rows
}
