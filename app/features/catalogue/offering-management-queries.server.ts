import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Db } from '#db/client.server.ts'

/** What a coordinator sees of the catalogue, drafts included. */

export type OfferingFilter = { words?: string; status?: 'draft' | 'published' | 'archived'; page: number }
export const offeringsAPage = 30

/** Offerings by title, with how many editions are still to come; `total` counts all that fit the filter. */
export async function listManagedOfferings(db: Db, filter: OfferingFilter) {
  let query = db.selectFrom('offering').innerJoin('organisation', 'organisation.id', 'offering.organiserId')
  if (filter.status) query = query.where('offering.status', '=', filter.status)
  if (filter.words) {
    query = query.where(sql<boolean>`plain(offering.title) like '%' || plain(${filter.words}) || '%'`)
  }
  const rows = await query
    .select((eb) => [
      'offering.id',
      'offering.title',
      'offering.kind',
      'offering.status',
      'organisation.name as organiser',
      eb
        .selectFrom('edition')
        .whereRef('edition.offeringId', '=', 'offering.id')
        .where('edition.status', 'in', ['planned', 'open', 'going_ahead'])
        .select(eb.fn.countAll<number>().as('count'))
        .as('editions'),
      sql<number>`count(*) over ()`.as('total'),
    ])
    .orderBy('offering.title')
    .orderBy('offering.id')
    .limit(offeringsAPage)
    .offset((filter.page - 1) * offeringsAPage)
    .execute()
  return { offerings: rows, total: rows[0]?.total ?? 0 }
}

/** One offering as it is edited, its lists included. */
export function findManagedOffering(db: Db, offeringId: number) {
  return db
    .selectFrom('offering')
    .selectAll('offering')
    .select((eb) => [
      sql<string[]>`coalesce((select json_agg(profile_code) from offering_profile
        where offering_id = offering.id), '[]')`.as('profiles'),
      sql<string[]>`coalesce((select json_agg(module_code order by module_code) from offering_exam_module
        where offering_id = offering.id), '[]')`.as('examModules'),
      jsonArrayFrom(
        eb
          .selectFrom('offeringRequirement')
          .whereRef('offeringRequirement.offeringId', '=', 'offering.id')
          .select([
            'offeringRequirement.typeCode as typeCode',
            'offeringRequirement.lapsedMonthsAllowed as lapsedMonthsAllowed',
          ]),
      ).as('requires'),
    ])
    .where('offering.id', '=', offeringId)
    .executeTakeFirst()
}

/** What the form of an offering lets one choose from. */
export async function listOfferingChoices(db: Db) {
  const [projects, organisers, rooms, profiles, qualificationTypes] = await Promise.all([
    db.selectFrom('project').select(['number', 'title']).orderBy('number').execute(),
    db
      .selectFrom('organisation')
      .select(['id', 'name'])
      .where(
        sql<boolean>`kinds && array['training_centre', 'vocational_college', 'secondary_school', 'industry_platform', 'company']`,
      )
      .orderBy('isPartner', 'desc')
      .orderBy('name')
      .limit(500)
      .execute(),
    listRooms(db),
    db.selectFrom('examProfile').select(['code', 'title']).orderBy('position').execute(),
    db.selectFrom('qualificationType').select(['code', 'title']).orderBy('title').execute(),
  ])
  return { projects, organisers, rooms, profiles, qualificationTypes }
}

/** Every room with its site, by site and name. */
export function listRooms(db: Db) {
  return db
    .selectFrom('room')
    .innerJoin('site', 'site.id', 'room.siteId')
    .innerJoin('organisation', 'organisation.id', 'site.organisationId')
    .select(['room.id', 'room.name', 'site.name as site', 'organisation.name as organisation'])
    .orderBy('organisation.name')
    .orderBy('site.name')
    .orderBy('room.name')
    .limit(500)
    .execute()
}

/** Whom one can choose as trainer: who has that role somewhere today, or trained before; by name. */
export function listTrainers(db: Db) {
  return db
    .selectFrom('person')
    .select(['person.id', 'person.name'])
    .where('person.mergedIntoId', 'is', null)
    .where('person.deactivatedAt', 'is', null)
    .where(({ or, exists, selectFrom }) =>
      or([
        exists(
          selectFrom('membership')
            .whereRef('membership.personId', '=', 'person.id')
            .where('membership.role', '=', 'trainer')
            .where(sql<boolean>`coalesce(membership.ends_on, current_date) >= current_date`)
            .select('membership.id'),
        ),
        exists(
          selectFrom('editionTrainer')
            .whereRef('editionTrainer.personId', '=', 'person.id')
            .select('editionTrainer.personId'),
        ),
      ]),
    )
    .orderBy('person.sortName')
    .limit(500)
    .execute()
}
