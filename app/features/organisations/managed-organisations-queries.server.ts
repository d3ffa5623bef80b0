import { type SqlBool, sql } from 'kysely'
import { today } from '#app/platform/clock.ts'
import type { Db } from '#db/client.server.ts'
import type { MembershipRole } from '#db/schema.ts'
import type { OrganisationKind } from './organisation-queries.server.ts'

export type OrganisationFilter = {
  /** A part of the name or the town. */
  words?: string
  kind?: OrganisationKind
  town?: string
  page: number
}
export const organisationsAPage = 30
/** As many people as an organisation's page shows; the others are found among the people. */
const membersShown = 100

const holdsToday = () => sql<SqlBool>`membership.starts_on <= ${today()}::date
  and (membership.ends_on is null or membership.ends_on >= ${today()}::date)`

/** Organisations by name, with how many people work there. `total` counts all that fit the filter. */
export async function listManagedOrganisations(db: Db, filter: OrganisationFilter) {
  let query = db.selectFrom('organisation')
  if (filter.kind) query = query.where(sql<SqlBool>`${filter.kind} = any(kinds)`)
  if (filter.town) query = query.where('town', '=', filter.town)
  if (filter.words) {
    const part = `%${filter.words.replace(/[\\%_]/g, '\\$&')}%`
    query = query.where(sql<SqlBool>`plain(name || ' ' || town) like plain(${part})`)
  }
  const rows = await query
    .select([
      'id',
      'name',
      'town',
      sql<OrganisationKind[]>`kinds`.as('kinds'),
      'isPartner',
      sql<number>`(select count(distinct person_id) from membership
        where organisation_id = organisation.id and ${holdsToday()})`.as('people'),
      sql<number>`(select count(*) from team where organisation_id = organisation.id)`.as('teams'),
      sql<number>`count(*) over ()`.as('total'),
    ])
    .orderBy(sql`plain(name)`)
    .orderBy('id')
    .limit(organisationsAPage)
    .offset((filter.page - 1) * organisationsAPage)
    .execute()
  return { organisations: rows, total: rows[0]?.total ?? 0 }
}

/** Every town in which there is an organisation, by name. */
export async function listTowns(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('organisation')
    .select('town')
    .distinct()
    .orderBy('town')
    .limit(300)
    .execute()
  return rows.map(({ town }) => town)
}

export function findManagedOrganisation(db: Db, id: number) {
  return db
    .selectFrom('organisation')
    .select(['id', 'name', 'town', 'isPartner', 'sector', 'chamberOfCommerceNumber', 'website'])
    .select(sql<OrganisationKind[]>`kinds`.as('kinds'))
    .where('id', '=', id)
    .executeTakeFirst()
}

/** The sites of an organisation with their rooms, by name. */
export function listSites(db: Db, organisationId: number) {
  return db
    .selectFrom('site')
    .selectAll()
    .select(
      sql<{ id: number; name: string }[]>`coalesce((select json_agg(json_build_object('id', id, 'name', name)
        order by name) from room where site_id = site.id), '[]')`.as('rooms'),
    )
    .where('organisationId', '=', organisationId)
    .orderBy('name')
    .limit(100)
    .execute()
}

/** The teams of an organisation with who leads them today, by name. */
export function listTeams(db: Db, organisationId: number) {
  const named = (role: MembershipRole) => sql<string[]>`array(
    select person.name from membership join person on person.id = membership.person_id
    where membership.team_id = team.id and membership.role = ${role} and ${holdsToday()}
      and person.deactivated_at is null and person.merged_into_id is null
    order by person.sort_name)`
  return db
    .selectFrom('team')
    .leftJoin('site', 'site.id', 'team.siteId')
    .select([
      'team.id',
      'team.name',
      'team.siteId',
      'team.approvesEnrolments',
      'site.name as site',
      named('team_lead').as('leads'),
      named('deputy_lead').as('deputies'),
      sql<number>`(select count(distinct person_id) from membership
        where team_id = team.id and ${holdsToday()})`.as('people'),
    ])
    .where('team.organisationId', '=', organisationId)
    .orderBy('team.name')
    .limit(200)
    .execute()
}

/** Who works at an organisation today, by name, each role once: the first `membersShown`. */
export async function listMembers(db: Db, organisationId: number) {
  const rows = await db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.personId')
    .leftJoin('team', 'team.id', 'membership.teamId')
    .select([
      'membership.id',
      'membership.personId',
      'membership.role',
      'person.name',
      'team.name as team',
      sql<number>`count(*) over ()`.as('total'),
    ])
    .where('membership.organisationId', '=', organisationId)
    .where(holdsToday())
    .where('person.deactivatedAt', 'is', null)
    .where('person.mergedIntoId', 'is', null)
    .orderBy('person.sortName')
    .orderBy('membership.id')
    .limit(membersShown)
    .execute()
  return { members: rows, total: rows[0]?.total ?? 0 }
}

/** The teams of an organisation by name. */
export function listTeamsOf(db: Db, organisationId: number) {
  return db
    .selectFrom('team')
    .select(['id', 'name'])
    .where('organisationId', '=', organisationId)
    .orderBy('name')
    .limit(200)
    .execute()
}

/** Schools that people named because they were not in the list, the oldest first: at most 50. */
export function listOpenSuggestions(db: Db) {
  return suggestions(db).orderBy('organisationSuggestion.createdAt').limit(50).execute()
}

export function findOpenSuggestion(db: Db, id: number) {
  return suggestions(db).where('organisationSuggestion.id', '=', id).executeTakeFirst()
}

function suggestions(db: Db) {
  return db
    .selectFrom('organisationSuggestion')
    .innerJoin('person', 'person.id', 'organisationSuggestion.personId')
    .select([
      'organisationSuggestion.id',
      'organisationSuggestion.personId',
      'organisationSuggestion.name',
      'organisationSuggestion.town',
      'organisationSuggestion.role',
      'organisationSuggestion.createdAt',
      'person.name as personName',
    ])
    .where('organisationSuggestion.handledAt', 'is', null)
}
