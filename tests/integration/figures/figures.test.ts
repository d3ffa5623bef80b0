import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import {
  dimensions,
  dimensionWords,
  type FigureFilter,
  filterFrom,
  filterQuery,
  measures,
  none,
} from '#app/features/figures/figure.ts'
import { figuresFile } from '#app/features/figures/figure-file.server.ts'
import {
  listFigureChoices,
  listFigures,
  listYears,
  readFigures,
} from '#app/features/figures/figure-queries.server.ts'
import { listFigureRows } from '#app/features/figures/figure-rows-queries.server.ts'
import type { Db } from '#db/client.server.ts'
import { seedDemo } from '#db/seeds/demo/seed-demo.ts'
import { aCoordinator, anOrganisation, aTeacher } from '#tests/support/builders.ts'
import { test } from '#tests/support/database.ts'

/** The demo, with attendance from before the portal: with a project and without, of a known school and of none. */
async function aRegionWithAPast(db: Db): Promise<void> {
  await seedDemo(db, { demoPassword: 'bijblijven-demo' })
  await sql`
    with list as (
      insert into history_import (file_name, created_by, rows, preview, row_count, state, started_at)
      select 'lijst.csv', person_id, '[]', '{}', 1, 'done', now() from region_role limit 1
      returning id
    )
    insert into past_attendance (import_id, line, person_id, organisation_id, title, held_on, minutes, project_number)
    select list.id, nth, person_id, case when nth % 3 > 0 then organisation_id end, 'Vroeger ' || nth,
      date '2022-07-30' + (nth * 97)::integer, 30 * nth, case when nth % 2 = 0 then nth % 9 + 1 end
    from list, (select person_id, organisation_id, row_number() over (order by id) as nth from membership limit 20) it
  `.execute(db)
}

const everything = { most: 5000, skip: 0 }

/** What the rows behind a number come to. */
async function sumOfRows(db: Db, measure: (typeof measures)[number], filter: FigureFilter): Promise<number> {
  const { rows, total } = await listFigureRows(db, measure, filter, everything)
  expect(rows).toHaveLength(total)
  if (measure !== 'minutes' && measure !== 'cents') return total
  return (rows as { minutes: number; cents?: number }[]).reduce((sum, row) => sum + (row[measure] ?? 0), 0)
}

describe('figures', () => {
  test('each number is what its rows come to, of every measure and dimension', async ({ db }) => {
    await aRegionWithAPast(db)
    const whole = await readFigures(db, {})
    for (const measure of measures) {
      expect([measure, await sumOfRows(db, measure, {})]).toEqual([measure, whole[measure]])
    }
    let compared = 0
    for (const dimension of dimensions) {
      const { lines, total } = await listFigures(db, {}, dimension, { most: 1000 })
      expect(lines).toHaveLength(total)
      for (const line of lines) {
        // As the address carries it: what the link says is what the page of rows reads.
        const address = filterQuery({ [dimension]: line.key })
        const filter = filterFrom(new URLSearchParams(address))
        expect(filter).toEqual({ [dimension]: line.key })
        expect(await readFigures(db, filter)).toEqual(
          Object.fromEntries(measures.map((it) => [it, line[it]])),
        )
        for (const measure of measures) {
          const where = `${measure} of ${dimensionWords[dimension].slug} ${line.key}`
          expect([where, await sumOfRows(db, measure, filter)]).toEqual([where, line[measure]])
          compared++
        }
      }
    }
    expect(compared).toBeGreaterThan(200)
  })

  test('a measure over the years is that of each year, the last ones when there are many', async ({ db }) => {
    await aRegionWithAPast(db)
    const { lines } = await listFigures(db, {}, 'year', { most: 1000 })
    expect(lines.length).toBeGreaterThan(1)
    for (const measure of measures) {
      const years = lines.map(({ key, label, [measure]: value }) => ({ key, label, value }))
      expect([measure, await listYears(db, {}, measure, 1000)]).toEqual([measure, years])
      expect(await listYears(db, {}, measure, 1)).toEqual(years.slice(-1))
    }
  })

  test('one chooses from what took part: its years, and its organisations', async ({ db }) => {
    await aRegionWithAPast(db)
    const stranger = await anOrganisation(db, { name: 'Voorbeeldschool die nooit meedeed' })
    const { year, organisation } = await listFigureChoices(db)
    const took = async (dimension: 'year' | 'organisation') =>
      (await listFigures(db, {}, dimension, { most: 1000 })).lines
        .map(({ key }) => key)
        .filter((key) => key !== none)
    expect(year.map(({ value }) => value).sort()).toEqual((await took('year')).sort())
    const chosen = organisation.map(({ value }) => value)
    for (const key of await took('organisation')) expect(chosen).toContain(key)
    expect(chosen).not.toContain(String(stranger.id))
  })

  test('two filters together open to rows that fit both', async ({ db }) => {
    await aRegionWithAPast(db)
    const { year } = await listFigureChoices(db)
    for (const { value } of year) {
      const { lines } = await listFigures(db, { year: value }, 'profile', { most: 50 })
      for (const line of lines.filter(({ minutes }) => minutes > 0)) {
        const filter = { year: value, profile: line.key }
        expect(await sumOfRows(db, 'minutes', filter)).toBe(line.minutes)
        expect(await sumOfRows(db, 'people', filter)).toBe(line.people)
      }
    }
  })

  test('hours and contributions of years and organisations add up to the total; people do not count twice', async ({
    db,
  }) => {
    await aRegionWithAPast(db)
    const whole = await readFigures(db, {})
    for (const dimension of ['year', 'organisation', 'project'] as const) {
      const { lines } = await listFigures(db, {}, dimension, { most: 1000 })
      const sum = (measure: (typeof measures)[number]) => lines.reduce((all, line) => all + line[measure], 0)
      expect([dimension, sum('minutes'), sum('cents')]).toEqual([dimension, whole.minutes, whole.cents])
      expect(sum('people')).toBeGreaterThanOrEqual(whole.people)
    }
    const people = await sql<{ count: number }>`
      select count(*) from (select person_id from past_attendance union
        select person_id from enrolment join attendance on enrolment_id = enrolment.id and state = 'present'
        union select person_id from enrolment join attendance_make_up on enrolment_id = enrolment.id) it`.execute(
      db,
    )
    expect(whole.people).toBe(people.rows[0]?.count)
  })

  test('what does not fit anything is nothing', async ({ db }) => {
    await aRegionWithAPast(db)
    const nothing = { participations: 0, people: 0, minutes: 0, schools: 0, companies: 0, cents: 0 }
    expect(await readFigures(db, { year: '1999-00' })).toEqual(nothing)
    expect(await listFigureRows(db, 'people', { project: '99' }, everything)).toMatchObject({
      rows: [],
      total: 0,
    })
    expect(
      filterFrom(new URLSearchParams('project=%27%3B--&schooljaar=nu&profiel=12&organisatie=0')),
    ).toEqual({})
  })

  test('a file holds the lines and the total, for a coordinator only', async ({ db }) => {
    await aRegionWithAPast(db)
    const coordinator = await aCoordinator(db)
    const file = await figuresFile(db, coordinator, {}, 'goal')
    const { lines } = await listFigures(db, {}, 'goal', { most: 100 })
    const total = await readFigures(db, {})
    expect(file.rows.slice(0, lines.length).map(({ people }) => people)).toEqual(
      lines.map(({ people }) => people),
    )
    expect(file.rows[lines.length]).toMatchObject({ label: 'Totaal, elk één keer', people: total.people })
    await expect(figuresFile(db, await aTeacher(db), {}, 'goal')).rejects.toMatchObject({ status: 403 })
  })
})
