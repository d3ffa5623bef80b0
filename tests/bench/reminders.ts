import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Act } from './acts.ts'
import { processorMs } from './processor-time.ts'
import type { Running } from './servers.ts'

const placesAnEdition = 200
const reminder = 'remind-participants'

/**
 * Everybody of the region has a place in a meeting of tomorrow, and the portal's own job reminds them. The floor is the
 * bare insertion of rows of the same bytes, in one statement; the run is done when its job is.
 */
export async function benchReminders(db: Db, portal: Running): Promise<Act> {
  const people = await giveEverybodyAPlaceTomorrow(db)
  console.log(`Measuring: reminding ${people} people …`)
  const before = processorMs([portal.pid])
  const elapsed = await runReminders(db)
  const used = processorMs([portal.pid]) - before
  const told = await countReminded(db)
  if (told !== people) throw new Error(`Of ${people} people ${told} were reminded.`)
  const again = await runReminders(db)
  if ((await countReminded(db)) !== people) throw new Error('A second run reminded somebody twice.')
  const floor = await insertSameRows(db)
  return {
    name: `a reminder run over ${people} people`,
    times: 1,
    p50Ms: elapsed,
    p99Ms: elapsed,
    processorMs: used / people,
    said:
      `${Math.round((people / elapsed) * 1000)} people a second, one outbox row each; ` +
      `${(elapsed / floor).toFixed(1)} times the bare insertion; a second run: ${Math.round(again)} ms, nobody told twice`,
  }
}

/** As many editions as it takes, each with one meeting tomorrow; returns how many people have a place. */
async function giveEverybodyAPlaceTomorrow(db: Db): Promise<number> {
  const { rows } = await sql<{ people: number }>`
    with reachable as (
      select person.id, row_number() over (order by person.id) - 1 as n
      from person join email_address on email_address.person_id = person.id and is_primary
      where deactivated_at is null and merged_into_id is null and not exists (
        select from mail_optout where person_id = person.id)
    ), run as (
      insert into edition (offering_id, code, status, capacity, minimum, minimum_attendance_percent, test)
      select (select min(id) from offering), '2026-27-' || 50000 + n, 'going_ahead', ${placesAnEdition}::int, 0, 80, 'none'
      from generate_series(0, (select (count(*) - 1) / ${placesAnEdition}::int from reachable)) n
      returning id, split_part(code, '-', 3)::int - 50000 as n
    ), meeting as (
      insert into meeting (edition_id, starts_at, ends_at, place_note)
      select id, at, at + interval '4 hours', 'Voorbeeldlokaal 1, Voorbeeldstraat 1, Deventer'
      from run, (select date_trunc('day', now()) + interval '37 hours' as at) tomorrow
    )
    insert into enrolment (edition_id, person_id, status)
    select run.id, reachable.id, 'confirmed'
    from reachable join run on run.n = reachable.n / ${placesAnEdition}::int
    returning (select count(*) from reachable) as people`.execute(db)
  return rows[0]?.people ?? 0
}

const ours = sql`edition_id in (select id from edition where code like '2026-27-5____')`

async function countReminded(db: Db): Promise<number> {
  const { rows } = await sql<{ told: number }>`
    select count(*) as told from outbox where reason = 'meeting.reminder' and ${ours}`.execute(db)
  return rows[0]?.told ?? 0
}

/** Asks for the job as the clock does, and waits until a worker of the portal has done it. */
async function runReminders(db: Db): Promise<number> {
  const started = performance.now()
  await sql`select graphile_worker.add_job(${reminder})`.execute(db)
  for (;;) {
    const { rows } = await sql<{ left: number; error: string | null }>`
      select count(*) as left, max(last_error) as error from graphile_worker.jobs
      where task_identifier = ${reminder}`.execute(db)
    if (rows[0]?.error) throw new Error(`The reminder run failed: ${rows[0].error}`)
    if (rows[0]?.left === 0) return performance.now() - started
    await new Promise((done) => setTimeout(done, 20))
  }
}

async function insertSameRows(db: Db): Promise<number> {
  const started = performance.now()
  await sql`
    insert into outbox (reason, person_id, recipient, subject_key, edition_id, kind, title, body_text, body_html)
    select 'bench.floor', person_id, recipient, subject_key, edition_id, kind, title, body_text, body_html
    from outbox where reason = 'meeting.reminder' and ${ours}`.execute(db)
  return performance.now() - started
}
