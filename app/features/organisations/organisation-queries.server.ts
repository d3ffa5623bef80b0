import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Db, Transaction } from '#db/client.server.ts'

export type OrganisationKind =
  | 'primary_school'
  | 'secondary_school'
  | 'vocational_college'
  | 'training_centre'
  | 'industry_platform'
  | 'company'
  | 'municipality'

export type OrganisationChoice = {
  id: number
  name: string
  town: string
  teams: { id: number; name: string }[]
}

const schools: OrganisationKind[] = [
  'primary_school',
  'secondary_school',
  'vocational_college',
  'training_centre',
]

/**
 * Organisations one can choose from as one's own, schools unless told otherwise, with their teams, by name.
 * At most `limit` of them; `search` narrows by a part of name or town.
 */
export function listOrganisationsForChoice(
  db: Db | Transaction,
  {
    search,
    kinds = schools,
    limit = 300,
  }: { search?: string; kinds?: OrganisationKind[]; limit?: number } = {},
): Promise<OrganisationChoice[]> {
  return db
    .selectFrom('organisation')
    .select((select) => [
      'organisation.id',
      'organisation.name',
      'organisation.town',
      jsonArrayFrom(
        select
          .selectFrom('team')
          .select(['team.id', 'team.name'])
          .whereRef('team.organisationId', '=', 'organisation.id')
          .orderBy('team.name')
          .limit(60),
      ).as('teams'),
    ])
    .where(sql<boolean>`kinds && ${kinds}::text[]`)
    .$if(Boolean(search?.trim()), (query) =>
      query.where(
        sql<boolean>`plain(name || ' ' || town) like '%' || plain(${likeable(search ?? '')}) || '%'`,
      ),
    )
    .orderBy(sql`plain(organisation.name)`)
    .orderBy('organisation.town')
    .limit(limit)
    .execute()
}

/** What is typed is looked for as it is: `%` and `_` are no wildcards. */
const likeable = (typed: string) => typed.trim().replace(/[\\%_]/g, '\\$&')

/** The organisation with this id, among those that can be chosen. */
export function findOrganisation(db: Db | Transaction, organisationId: number) {
  return db
    .selectFrom('organisation')
    .select(['id', 'name', 'town', 'kinds'])
    .where('id', '=', organisationId)
    .executeTakeFirst()
}
