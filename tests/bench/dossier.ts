import { sql } from 'kysely'
import { paths } from '#app/paths.ts'
import type { Db } from '#db/client.server.ts'
import { type Act, timed } from './acts.ts'
import { countMails, insertSameRows } from './outbox.ts'
import { headersOf } from './pages.ts'
import { runJob } from './run-job.ts'
import { cost, milliseconds, type Run } from './runs.ts'
import { send } from './send.ts'
import type { Running } from './servers.ts'

const holders = 20_000
const colleagues = 300
const columns = 15
const job = 'remind-lapsing'
const about = { reason: 'qualification.lapses', ours: 'houder' }

/**
 * The matrix of a school of 300 people who each have to hold 15 sorts of papers, and do; and the radar over 20,000 people
 * whose paper ends within the month. Pages, asked for one after another by a coordinator.
 */
export async function benchTeamAndRadar(
  db: Db,
  portal: Running,
  { quick }: { quick: boolean },
): Promise<Act[]> {
  const headers = await headersOf(db, 'coordinator@demo.test')
  const times = quick ? 5 : 40
  // What the region itself has to remind of is done first, so that what follows is about these people.
  await runJob(db, job)
  const school = await aSchoolWithRules(db)
  await letLapse(db)
  const page = async (name: string, path: string, shows: string) => {
    console.log(`Measuring: ${name} …`)
    const read = async () => {
      const { ms, text } = await send(portal, path, headers)
      if (!text.includes(shows)) throw new Error(`${path} does not show ${shows}.`)
      return ms
    }
    for (let nth = 0; nth < 3; nth++) await read()
    return timed(name, portal, times, read)
  }
  const until = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10)
  return [
    await page(`the matrix of ${colleagues} people and ${columns} sorts`, paths.team(school), 'Collega 300'),
    await page(`the radar over ${holders} people`, `${paths.radar()}?voor=${until}`, 'BHV'),
  ]
}

/**
 * The people of `benchTeamAndRadar`, whose paper ends, are reminded, and nobody twice. The floor is the bare insertion of
 * the same rows.
 */
export async function benchLapsing(db: Db, portal: Running): Promise<Run> {
  console.log(`Measuring: reminding ${holders} people of what lapses …`)
  const run = await cost(portal, () => runJob(db, job))
  const told = await countMails(db, about)
  if (told.ours !== holders) throw new Error(`Of ${holders} holders ${told.ours} were reminded.`)
  const again = await milliseconds(() => runJob(db, job))
  const toldTwice = (await countMails(db, about)).all - told.all
  if (toldTwice !== 0) throw new Error(`A second run reminded ${toldTwice} more.`)
  return {
    name: `reminding ${holders} people of what lapses`,
    each: 'people',
    times: holders,
    ...run,
    floorMs: await milliseconds(() => insertSameRows(db, about)),
    said: `${told.ours} rows in the outbox; a second run adds none, in ${Math.round(again)} ms`,
  }
}

/** 300 people of one school, each with every paper that the school asks for. */
async function aSchoolWithRules(db: Db): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    with school as (
      insert into organisation (name, town, kinds) values ('Voorbeeldschool De Matrix', 'Deventer', '{secondary_school}')
      returning id
    ), someone as (
      insert into person (given_name, family_name)
      select 'Collega', n::text from generate_series(1, ${colleagues}::int) n
      returning id
    ), works as (
      insert into membership (person_id, organisation_id, role)
      select someone.id, school.id, 'teacher' from someone, school
    ), sorts as (
      select code from qualification_type order by code limit ${columns}
    ), papers as (
      insert into qualification (person_id, type_code, issued_on, valid_until, entered_by, term_id, last_day_by_term,
        verification)
      select someone.id, code, current_date - 100, current_date + 400, someone.id,
        qualification_term_on(code, current_date - 100), false, 'verified'
      from someone, sorts
    ), rule as (
      insert into requirement (organisation_id, kind, type_codes, entered_by)
      select school.id, 'everyone', (select array_agg(code) from sorts), (select min(id) from person) from school
    )
    select id from school`.execute(db)
  await sql`analyze person, membership, qualification`.execute(db)
  return rows[0]?.id ?? 0
}

/** New people, the same in every region, whose BHV ends in twenty days. */
async function letLapse(db: Db): Promise<void> {
  await sql`
    with someone as (
      insert into person (given_name, family_name)
      select 'Verlopend', 'Voorbeeld-Houder ' || n from generate_series(0, ${holders - 1}::int) n
      returning id, split_part(family_name, ' ', 2)::int as n
    ), address as (
      insert into email_address (person_id, address, is_primary, confirmed_at)
      select id, 'houder' || n || '@demo.test', true, now() from someone
    ), school as (
      select id, row_number() over (order by id) - 1 as n, count(*) over () as amount from organisation
      where kinds && array['secondary_school']
    ), works as (
      insert into membership (person_id, organisation_id, role)
      select someone.id, school.id, 'instructor' from someone join school on school.n = someone.n % amount
    )
    insert into qualification (person_id, type_code, issued_on, valid_until, entered_by, term_id, last_day_by_term,
      verification)
    select id, 'BHV', current_date - 345, current_date + 20, id, qualification_term_on('BHV', current_date - 345), false,
      'verified'
    from someone`.execute(db)
  await sql`analyze person, email_address, membership, qualification`.execute(db)
}
