import { sql } from 'kysely'
import { now } from '#app/platform/clock.ts'
import type { Db, Transaction } from '#db/client.server.ts'

/** The places that somebody holds or waits for in what is not over, in the order of their editions. */
export async function listOpenPlaces(db: Db | Transaction, personId: number) {
  const { rows } = await sql<{ id: number; editionId: number; title: string; startsAt: Date }>`
    select enrolment.id, edition_id, offering.title, edition.starts_at
    from enrolment
    join edition on edition.id = edition_id and edition.status in ('planned', 'open', 'going_ahead')
      and coalesce(edition.ends_at, 'infinity') > ${now()}
    join offering on offering.id = offering_id
    where person_id = ${personId} and enrolment.status in ('unconfirmed', 'requested', 'confirmed', 'waitlisted', 'offered')
    order by edition_id, enrolment.id
    limit 500`.execute(db)
  return rows
}

export type ErasureObstacle = { kind: 'region-role' | 'teaches'; title: string }

/** What has to be settled first: nobody may be left standing in front of an empty class. */
export async function listErasureObstacles(
  db: Db | Transaction,
  personId: number,
): Promise<ErasureObstacle[]> {
  const { rows } = await sql<ErasureObstacle>`
    select 'region-role' as kind, '' as title where exists (select from region_role where person_id = ${personId})
    union all
    select distinct 'teaches', offering.title
    from edition join offering on offering.id = offering_id
    where edition.status in ('planned', 'open', 'going_ahead') and coalesce(edition.ends_at, 'infinity') > ${now()}
      and (exists (select from edition_trainer where edition_id = edition.id and person_id = ${personId})
        or exists (select from meeting_trainer join meeting on meeting.id = meeting_id
          where meeting.edition_id = edition.id and person_id = ${personId} and meeting.ends_at > ${now()}))
    order by 1, 2
    limit 50`.execute(db)
  return rows
}

export type ErasureSubject = {
  id: number
  name: string
  askedAt: Date | null
  hasRegionRole: boolean
}

/** Whom one is asked to erase; undefined for who was merged or erased already. */
export async function findErasureSubject(db: Db, personId: number): Promise<ErasureSubject | undefined> {
  return db
    .selectFrom('person')
    .select([
      'id',
      'name',
      'erasureAskedAt as askedAt',
      sql<boolean>`exists (select from region_role where person_id = person.id)`.as('hasRegionRole'),
    ])
    .where('id', '=', personId)
    .where('mergedIntoId', 'is', null)
    .where('erasedAt', 'is', null)
    .executeTakeFirst()
}

/** Since when somebody's own request waits; null when there is none. */
export async function findErasureRequest(db: Db, personId: number): Promise<Date | null> {
  const row = await db
    .selectFrom('person')
    .select('erasureAskedAt')
    .where('id', '=', personId)
    .executeTakeFirst()
  return row?.erasureAskedAt ?? null
}

/** How much of somebody goes, for a last look. */
export async function countWhatGoes(db: Db, personId: number) {
  const { rows } = await sql<{
    papers: number
    files: number
    mails: number
    stays: number
    certificates: number
  }>`
    select
      (select count(*) from qualification where person_id = ${personId}) as papers,
      (select count(*) from stored_file where id in (select file_id from qualification where person_id = ${personId}
        union select file_id from outside_activity where person_id = ${personId})) as files,
      (select count(*) from outbox where person_id = ${personId}) as mails,
      (select count(*) from enrolment where person_id = ${personId}) as stays,
      (select count(*) from certificate where person_id = ${personId}) as certificates`.execute(db)
  return rows[0] ?? { papers: 0, files: 0, mails: 0, stays: 0, certificates: 0 }
}
