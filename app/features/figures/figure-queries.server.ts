import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import {
  type Dimension,
  type FigureFilter,
  type Figures,
  type Measure,
  measures,
  none,
  yearWords,
} from './figure.ts'
import { factsOf, isCompany, isSchool, keyOf } from './figure-facts.server.ts'
import { noneWords } from './figure-texts.ts'

/** How each measure is taken of a set of facts. Their meaning in words stands in `figure.ts`. */
const aggregateOf: Record<Measure, RawBuilder<number>> = {
  participations: sql`count(distinct fact.participation)`,
  people: sql`count(distinct fact.person_id)`,
  minutes: sql`coalesce(sum(fact.minutes), 0)`,
  schools: sql`count(distinct fact.organisation_id) filter (where ${isSchool} and fact.person_id is not null)`,
  companies: sql`count(distinct fact.organisation_id) filter (where ${isCompany})`,
  cents: sql`coalesce(sum(fact.cents), 0)`,
}

const aggregates = (wanted: readonly Measure[]) =>
  sql.join(wanted.map((measure) => sql`${aggregateOf[measure]} as ${sql.ref(measure)}`))

/** The numbers of everything that fits the filter: each person, school and company once. */
export async function readFigures(db: Db, filter: FigureFilter): Promise<Figures> {
  const { rows } = await sql<Figures>`
    with fact as (${factsOf(filter)})
    select ${aggregates(measures)} from fact left join organisation on organisation.id = fact.organisation_id`.execute(
    db,
  )
  return rows[0] as Figures
}

export type FigureLine = Figures & { key: string; label: string }

/** Every value of each dimension with its name; those that are official lists also where nothing fits. */
const names: Record<Dimension, { from: RawBuilder<unknown>; order: RawBuilder<unknown>; whole: boolean }> = {
  project: {
    from: sql`select number::text as key, number || '. ' || title as label, number as nth from project`,
    order: sql`nth`,
    whole: true,
  },
  goal: {
    from: sql`select number::text as key, number || '. ' || title as label, number as nth from goal`,
    order: sql`nth`,
    whole: true,
  },
  profile: {
    from: sql`select code as key, code || ', ' || title as label, position as nth from exam_profile`,
    order: sql`nth`,
    whole: true,
  },
  organisation: {
    from: sql`select id::text as key, name as label, null::integer as nth from organisation`,
    order: sql`minutes desc, cents desc, label`,
    whole: false,
  },
  year: {
    from: sql`select year::text as key, year::text as label, year as nth from generate_series(1990, 2200) year`,
    order: sql`nth`,
    whole: false,
  },
}

/** The numbers for each value of a dimension, with the name of that value, in the order of its list. */
export async function listFigures(
  db: Db,
  filter: FigureFilter,
  dimension: Dimension,
  { most, skip = 0 }: { most: number; skip?: number },
): Promise<{ lines: FigureLine[]; total: number }> {
  const { key, join } = keyOf[dimension]
  const { from, order, whole } = names[dimension]
  const { rows } = await sql<FigureLine & { key: string | null; label: string | null; total: number }>`
    with fact as (${factsOf(filter)}),
    counted as (
      select ${key} as key, ${aggregates(measures)}
      from fact ${join} left join organisation on organisation.id = fact.organisation_id
      group by 1
    ),
    named as (${from})
    select coalesce(counted.key, named.key) as key, label, coalesce(participations, 0) as participations,
      coalesce(people, 0) as people, coalesce(minutes, 0) as minutes, coalesce(schools, 0) as schools,
      coalesce(companies, 0) as companies, coalesce(cents, 0) as cents, count(*) over () as total
    from counted ${whole ? sql`full join` : sql`left join`} named on named.key = counted.key
    order by (label is null), ${order}
    limit ${most} offset ${skip}`.execute(db)
  return {
    total: rows[0]?.total ?? 0,
    lines: rows.map(({ total: _, ...line }) => ({ ...line, ...nameOf(dimension, line) })),
  }
}

/** One measure over the school years, the first year first. Asked by itself: the others would count people of all years. */
export async function listYears(
  db: Db,
  filter: FigureFilter,
  measure: Measure,
  most: number,
): Promise<{ key: string; label: string; value: number }[]> {
  const { rows } = await sql<{ year: number; value: number }>`
    with fact as (${factsOf(filter)})
    select fact.school_year as year, ${aggregateOf[measure]} as value
    from fact left join organisation on organisation.id = fact.organisation_id
    group by 1 order by 1 desc limit ${most}`.execute(db)
  return rows.reverse().map(({ year, value }) => ({ key: yearWords(year), label: yearWords(year), value }))
}

function nameOf(dimension: Dimension, line: { key: string | null; label: string | null }) {
  if (line.key === null) return { key: none, label: noneWords[dimension] }
  if (dimension !== 'year') return { key: line.key, label: line.label ?? line.key }
  const year = yearWords(Number(line.key))
  return { key: year, label: year }
}

type Choice = { value: string; label: string }
export type FigureChoices = Record<Dimension, Choice[]>

/** What one can choose from: all official lists, the years of which there is something, the organisations that took part. */
export async function listFigureChoices(db: Db): Promise<FigureChoices> {
  const { rows } = await sql<{ dimension: Dimension; value: string; label: string }>`
    -- From one year to the next in the index, rather than through all that was ever attended.
    with recursive attended_year as (
      select min(school_year) as year from attended
      union all select (select min(school_year) from attended where school_year > year) from attended_year
        where year is not null
    )
    select 'project' as dimension, number::text as value, number || '. ' || title as label, number::integer as nth, '' as name
      from project
    union all select 'goal', number::text, number || '. ' || title, number, '' from goal
    union all select 'profile', code, code || ', ' || title, position, '' from exam_profile
    union all (select 'organisation', id::text, name || ', ' || town, 0, plain(name) from organisation
      -- One of each is enough; written as exists, it would be looked for in all there is.
      cross join lateral (select (
          (select true from past_attendance where organisation_id = organisation.id limit 1)
        ) or (select true from contribution where organisation_id = organisation.id limit 1)
          or (select true from enrolment join attended on attended.enrolment_id = enrolment.id
            where enrolment.organisation_id = organisation.id limit 1) as took_part) it
      where took_part order by plain(name) limit 2000)
    union all select 'year', year::text, year::text, -year, '' from (
      select year from attended_year where year is not null
      union select school_year(held_on) from past_attendance
      union select school_year from contribution_value where counts) years
    order by nth, name`.execute(db)
  const choices: FigureChoices = { project: [], goal: [], profile: [], organisation: [], year: [] }
  for (const { dimension, value, label } of rows) {
    const year = dimension === 'year' ? yearWords(Number(value)) : undefined
    choices[dimension].push({ value: year ?? value, label: year ?? label })
  }
  return choices
}
