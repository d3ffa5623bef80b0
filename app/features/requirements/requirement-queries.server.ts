import { sql } from 'kysely'
import type { Actor } from '#app/access/actor.ts'
import { type Held, heldOf } from '#app/features/qualifications/holding.ts'
import { listPapers } from '#app/features/qualifications/qualification-queries.server.ts'
import { today } from '#app/platform/clock.ts'
import type { Db, Transaction } from '#db/client.server.ts'
import { type MatrixPerson, matrixOf, type RequirementRule, type Tick } from './requirement.ts'

/** Whose requirements one looks at: those of the teams one leads, or of one school. */
export type View = { teamIds: readonly number[] } | { organisationId: number }

/** A school for a coordinator who named one; otherwise the teams that somebody leads. */
export const viewOf = (actor: Actor, organisationId: number | undefined): View =>
  actor.isCoordinator && organisationId !== undefined ? { organisationId } : { teamIds: [...actor.leads] }

const mostPeople = 400
const worksNow = () =>
  sql`membership.starts_on <= ${today()}::date and (membership.ends_on is null or membership.ends_on >= ${today()}::date)`

/** The people in view, by name, with where they work and in which groups they are. */
export async function listPeopleInView(db: Db | Transaction, view: View): Promise<MatrixPerson[]> {
  const inView =
    'organisationId' in view
      ? sql`organisation_id = ${view.organisationId} and role in ('teacher', 'instructor', 'team_lead', 'deputy_lead')`
      : sql`team_id = any(${view.teamIds}::bigint[])`
  const { rows } = await sql<MatrixPerson>`
    select person.id, person.name,
      (select json_agg(json_build_object('organisationId', organisation_id, 'teamId', team_id, 'role', role))
        from membership where person_id = person.id and ${worksNow()}) as work,
      coalesce((select json_agg(group_id) from people_group_member where person_id = person.id), '[]') as group_ids
    from person
    where person.id in (select person_id from membership where ${inView} and ${worksNow()})
      and deactivated_at is null and merged_into_id is null
    order by sort_name, person.id
    limit ${mostPeople}`.execute(db)
  return rows
}

export type ListedRule = RequirementRule & {
  organisation: string
  team: string | null
  group: string | null
  typeTitles: string[]
}

const rules = sql`
  select requirement.id, kind, requirement.organisation_id, requirement.team_id, role, group_id, type_codes, minimum,
    title, areas, organisation.name as organisation, team.name as team, people_group.name as "group",
    coalesce((select json_agg(type.title order by type.title) from qualification_type type
      where type.code = any(type_codes)), '[]') as type_titles
  from requirement
  join organisation on organisation.id = requirement.organisation_id
  left join team on team.id = requirement.team_id
  left join people_group on people_group.id = group_id`

/** The rules that count for somebody in view: those of their teams and groups, and of their schools. */
export async function listRules(db: Db, view: View): Promise<ListedRule[]> {
  const ofView =
    'organisationId' in view
      ? sql`requirement.organisation_id = ${view.organisationId}`
      : sql`requirement.organisation_id in (select organisation_id from team where id = any(${view.teamIds}::bigint[]))
          and (requirement.team_id is null or requirement.team_id = any(${view.teamIds}::bigint[]))
          and (group_id is null or people_group.team_id is null or people_group.team_id = any(${view.teamIds}::bigint[]))
          -- How many of a whole school hold something cannot be counted from one team.
          and (kind = 'everyone' or requirement.team_id is not null or people_group.team_id is not null)`
  const { rows } = await sql<ListedRule>`${rules}
    where ended_at is null and ${ofView}
    order by organisation.name, team.name nulls first, people_group.name nulls first, requirement.id
    limit 200`.execute(db)
  return rows
}

/** One rule that still counts, with the team that keeps it. */
export async function findRule(
  db: Db | Transaction,
  id: number,
): Promise<(ListedRule & { keptByTeamId: number | null }) | undefined> {
  const { rows } = await sql<ListedRule & { keptByTeamId: number | null }>`
    select rule.*, coalesce(rule.team_id, people_group.team_id) as kept_by_team_id
    from (${rules} where ended_at is null and requirement.id = ${id}) rule
    left join people_group on people_group.id = rule.group_id`.execute(db)
  return rows[0]
}

/** The sorts of papers that a rule can ask, by title: also one that nobody enters any more, where the rule asks it now. */
export function listTypesToAsk(db: Db, asked: readonly string[]) {
  return db
    .selectFrom('qualificationType')
    .select(['code', 'title'])
    .where((where) => where.or([where('retiredAt', 'is', null), where('code', 'in', [...asked, ''])]))
    .orderBy('title')
    .limit(300)
    .execute()
}

export function listTicks(db: Db, requirementIds: readonly number[]): Promise<Tick[]> {
  if (requirementIds.length === 0) return Promise.resolve([])
  return db
    .selectFrom('requirementTick')
    .select(['requirementId', 'personId', 'area'])
    .where('requirementId', 'in', [...requirementIds])
    .limit(5_000)
    .execute()
}

/** Everything that the matrix of a view shows. Five queries, however many people. */
export async function findMatrix(db: Db, view: View) {
  const [people, rules] = await Promise.all([listPeopleInView(db, view), listRules(db, view)])
  const typeCodes = [...new Set(rules.flatMap((rule) => rule.typeCodes))]
  const [papers, ticks, types] = await Promise.all([
    typeCodes.length > 0
      ? listPapers(
          db,
          people.map(({ id }) => id),
          typeCodes,
        )
      : [],
    listTicks(
      db,
      rules.filter(({ kind }) => kind === 'cover').map(({ id }) => id),
    ),
    db.selectFrom('qualificationType').select(['code', 'title']).orderBy('title').limit(300).execute(),
  ])
  const held: Held[] = heldOf(
    papers.filter(({ withdrawnAt }) => withdrawnAt === null),
    today(),
  )
  const matrix = matrixOf(people, rules, held, ticks)
  const titles = new Map(types.map(({ code, title }) => [code, title]))
  return {
    ...matrix,
    columns: matrix.typeCodes.map((code) => ({ code, title: titles.get(code) ?? code })),
    rules: new Map(rules.map((rule) => [rule.id, rule])),
  }
}

export type Group = {
  id: number
  name: string
  organisationId: number
  teamId: number | null
  members: number[]
}

/** The groups in view, by name: those of the teams one leads, or all of a school. */
export async function listGroups(db: Db | Transaction, view: View): Promise<Group[]> {
  const ofView =
    'organisationId' in view
      ? sql`organisation_id = ${view.organisationId}`
      : sql`team_id = any(${view.teamIds}::bigint[])`
  const { rows } = await sql<Group>`
    select id, name, organisation_id, team_id,
      coalesce((select json_agg(person_id) from people_group_member where group_id = people_group.id), '[]') as members
    from people_group where ${ofView}
    order by name, id
    limit 100`.execute(db)
  return rows
}

export async function findGroup(db: Db | Transaction, id: number): Promise<Group | undefined> {
  const { rows } = await sql<Group>`
    select id, name, organisation_id, team_id,
      coalesce((select json_agg(person_id) from people_group_member where group_id = people_group.id), '[]') as members
    from people_group where id = ${id}`.execute(db)
  return rows[0]
}

/** The teams that somebody leads, by name, with their school; or those of one school. */
export function listTeamsInView(db: Db, view: View) {
  const teams = db
    .selectFrom('team')
    .innerJoin('organisation', 'organisation.id', 'team.organisationId')
    .select([
      'team.id',
      'team.name',
      'organisation.id as organisationId',
      'organisation.name as organisation',
    ])
    .orderBy('team.name')
    .limit(100)
  return 'organisationId' in view
    ? teams.where('organisation.id', '=', view.organisationId).execute()
    : teams.where(sql<boolean>`team.id = any(${view.teamIds}::bigint[])`).execute()
}

/** The schools that a coordinator can look at, by name. */
export function listSchoolsToView(db: Db) {
  return db
    .selectFrom('organisation')
    .select(['id', 'name', 'town'])
    .where(
      sql<boolean>`kinds && array['secondary_school', 'vocational_college', 'training_centre', 'primary_school']`,
    )
    .orderBy('name')
    .limit(300)
    .execute()
}
