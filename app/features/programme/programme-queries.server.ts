import { sql } from 'kysely'
import { now } from '#app/platform/clock.ts'
import type { Db } from '#db/client.server.ts'

export type ProjectRow = {
  number: number
  title: string
  summary: string
  goals: number[]
  openDates: number
}

/** The projects by number, with the goals they serve and how many dates of their offer are open for enrolment. */
export async function listProjects(db: Db): Promise<ProjectRow[]> {
  const { rows } = await sql<ProjectRow>`
    select project.number, project.title, project.summary,
      coalesce((select json_agg(goal_number order by goal_number) from project_goal
        where project_number = project.number), '[]') as goals,
      coalesce(open.dates, 0)::int as open_dates
    from project left join (
      select offering.project_number, count(*) as dates
      from edition join offering on offering.id = edition.offering_id
      where edition.status in ('open', 'going_ahead') and edition.starts_at > ${now()} and offering.status = 'published'
      group by offering.project_number
    ) as open on open.project_number = project.number
    order by project.number
  `.execute(db)
  return rows
}

export async function findProject(
  db: Db,
  number: number,
): Promise<{ number: number; title: string; summary: string; goals: Goal[] } | undefined> {
  const { rows } = await sql<{ number: number; title: string; summary: string; goals: Goal[] }>`
    select number, title, summary,
      coalesce((select json_agg(json_build_object('number', goal.number, 'title', goal.title) order by goal.number)
        from project_goal join goal on goal.number = goal_number where project_number = project.number), '[]') as goals
    from project where number = ${number}
  `.execute(db)
  return rows[0]
}

export type Goal = { number: number; title: string }
export type Partner = { name: string; towns: string[]; kinds: string[]; website: string | null }
export type Funder = { name: string; abbreviation: string | null }

/** The goals by number, the partners by name and those who pay for it. */
export async function findProgramme(
  db: Db,
): Promise<{ goals: Goal[]; partners: Partner[]; funders: Funder[] }> {
  const { rows } = await sql<{ goals: Goal[]; partners: Partner[]; funders: Funder[] }>`
    select
      coalesce((select json_agg(json_build_object('number', number, 'title', title) order by number) from goal), '[]')
        as goals,
      coalesce((select json_agg(json_build_object('name', name, 'kinds', kinds, 'website', website,
          'towns', coalesce((select json_agg(distinct town order by town) from site
            where organisation_id = organisation.id), json_build_array(organisation.town))) order by name)
        from organisation where is_partner), '[]') as partners,
      coalesce((select json_agg(json_build_object('name', name, 'abbreviation', abbreviation) order by id)
        from funder), '[]') as funders
  `.execute(db)
  return rows[0]!
}
