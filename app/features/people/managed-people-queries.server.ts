import { type SqlBool, sql } from 'kysely'
import type { MembershipRole } from '#app/access/actor.ts'
import { today } from '#app/platform/clock.ts'
import type { Db } from '#db/client.server.ts'
import { type RegionRoleName, regionRoles } from './membership-texts.ts'

export type PeopleFilter = {
  /** A part of a name, an address or an organisation. */
  words?: string
  role?: MembershipRole | RegionRoleName
  organisationId?: number
  /** People whose account was closed, instead of the others. */
  closed?: boolean
  page: number
}
export const peopleAPage = 30

export type MembershipInList = { role: MembershipRole; organisation: string; team: string | null }

/** People in order of name, with where they work today. `total` counts all that fit the filter. */
export async function listManagedPeople(db: Db, filter: PeopleFilter) {
  // Who fits is found once, for the count and the page alike; where they work is looked up for the page only.
  const { rows } = await sql<ListedPerson & { total: number }>`
    with found as materialized (
      select person.id, person.sort_name from person where ${sql.join(conditions(filter), sql` and `)}
    ), page as (
      select id from found order by sort_name, id limit ${peopleAPage} offset ${(filter.page - 1) * peopleAPage}
    )
    select person.id, person.name, person.deactivated_at, (select count(*) from found) as total,
      (select address from email_address where person_id = person.id and is_primary) as address,
      (select coalesce(json_agg(role order by role), '[]') from region_role where person_id = person.id) as region_roles,
      (select coalesce(json_agg(json_build_object('role', membership.role, 'organisation', organisation.name,
          'team', team.name) order by organisation.name), '[]')
        from membership
        join organisation on organisation.id = membership.organisation_id
        left join team on team.id = membership.team_id
        where membership.person_id = person.id and ${holdsToday()}) as memberships
    from page join person on person.id = page.id
    order by person.sort_name, person.id`.execute(db)
  return { people: rows, total: rows[0]?.total ?? 0 }
}

type ListedPerson = {
  id: number
  name: string
  deactivatedAt: Date | null
  address: string | null
  regionRoles: RegionRoleName[]
  memberships: MembershipInList[]
}

const holdsToday = () => sql<SqlBool>`membership.starts_on <= ${today()}::date
  and (membership.ends_on is null or membership.ends_on >= ${today()}::date)`

function conditions(filter: PeopleFilter) {
  const all = [
    sql<SqlBool>`person.merged_into_id is null`,
    filter.closed
      ? sql<SqlBool>`person.deactivated_at is not null`
      : sql<SqlBool>`person.deactivated_at is null`,
  ]
  // Each word must be found; a union of three indexed searches stays quick where one condition with `or` would not.
  for (const word of filter.words?.split(' ').slice(0, 5) ?? []) {
    const part = `%${word.replace(/[\\%_]/g, '\\$&')}%`
    all.push(sql<SqlBool>`person.id in (
      select id from person where plain(given_name || ' ' || family_name) like plain(${part})
      union select person_id from email_address where address like lower(${part})
      union select person_id from membership
        join organisation on organisation.id = membership.organisation_id
        where plain(organisation.name || ' ' || organisation.town) like plain(${part}) and ${holdsToday()})`)
  }
  const regionRole = regionRoles.find((role) => role === filter.role)
  if (regionRole) {
    all.push(sql<SqlBool>`person.id in (select person_id from region_role where role = ${regionRole})`)
  }
  const role = regionRole ? undefined : filter.role
  if (role || filter.organisationId) {
    all.push(sql<SqlBool>`person.id in (select person_id from membership where ${holdsToday()}
      ${role ? sql`and role = ${role}` : sql``}
      ${filter.organisationId ? sql`and organisation_id = ${filter.organisationId}` : sql``})`)
  }
  return all
}

/** One person as the desk sees them, with addresses, roles and every membership, the present ones first. */
export async function findManagedPerson(db: Db, personId: number) {
  const person = await db
    .selectFrom('person')
    .leftJoin('person as survivor', 'survivor.id', 'person.mergedIntoId')
    .select([
      'person.id',
      'person.givenName',
      'person.familyName',
      'person.name',
      'person.telephone',
      'person.deactivatedAt',
      'person.erasureAskedAt',
      'person.erasedAt',
      'person.createdAt',
      'person.mergedIntoId',
      'survivor.name as mergedIntoName',
      sql<boolean>`person.password_hash is not null`.as('hasPassword'),
      sql<Date | null>`(select max(last_seen_at) from session where person_id = person.id)`.as('lastSeenAt'),
      sql<Date | null>`(select max(created_at) from link_token
        where person_id = person.id and purpose = 'invitation')`.as('invitedAt'),
      sql<Date | null>`(select max(used_at) from link_token
        where person_id = person.id and purpose in ('invitation', 'login'))`.as('linkUsedAt'),
      sql<RegionRoleName[]>`(select coalesce(json_agg(role order by role), '[]') from region_role
        where person_id = person.id)`.as('regionRoles'),
    ])
    .where('person.id', '=', personId)
    .executeTakeFirst()
  if (!person) return undefined
  const [addresses, memberships] = await Promise.all([
    listAddresses(db, personId),
    listMemberships(db, personId),
  ])
  return { ...person, addresses, memberships }
}

/** The same, but for who went up in another account: nothing is added to those any more. */
export async function findUnmergedPerson(db: Db, personId: number) {
  const person = await findManagedPerson(db, personId)
  return person?.mergedIntoId === null ? person : undefined
}

export type ManagedPerson = NonNullable<Awaited<ReturnType<typeof findManagedPerson>>>

/** The addresses of a person, the primary one first. */
function listAddresses(db: Db, personId: number) {
  return db
    .selectFrom('emailAddress')
    .select(['id', 'address', 'isPrimary', 'confirmedAt', 'refusedAt'])
    .where('personId', '=', personId)
    .orderBy('isPrimary', 'desc')
    .orderBy('id')
    .limit(20)
    .execute()
}

function listMemberships(db: Db, personId: number) {
  return db
    .selectFrom('membership')
    .innerJoin('organisation', 'organisation.id', 'membership.organisationId')
    .leftJoin('team', 'team.id', 'membership.teamId')
    .select([
      'membership.id',
      'membership.organisationId',
      'organisation.name as organisation',
      'membership.teamId',
      'team.name as team',
      'membership.role',
      'membership.startsOn',
      'membership.endsOn',
      'membership.staffKind',
      'membership.collectiveAgreement',
      'membership.partTimeFactor',
      sql<boolean>`membership.ends_on < ${today()}::date`.as('over'),
    ])
    .where('membership.personId', '=', personId)
    .orderBy(sql`coalesce(membership.ends_on, 'infinity')`, 'desc')
    .orderBy('membership.startsOn', 'desc')
    .limit(60)
    .execute()
}

/** One membership with its person, to change it. */
export function findManagedMembership(db: Db, personId: number, membershipId: number) {
  return db
    .selectFrom('membership')
    .innerJoin('organisation', 'organisation.id', 'membership.organisationId')
    .innerJoin('person', 'person.id', 'membership.personId')
    .selectAll('membership')
    .select(['organisation.name as organisation', 'person.name'])
    .where('membership.id', '=', membershipId)
    .where('membership.personId', '=', personId)
    .executeTakeFirst()
}
