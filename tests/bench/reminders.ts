import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import { countMails, insertSameRows } from './outbox.ts'
import { runJob } from './run-job.ts'
import { cost, milliseconds, type Run } from './runs.ts'
import type { Running } from './servers.ts'

const people = 20_000
const placesAnEdition = 200
const job = 'remind-participants'
const about = { reason: 'meeting.reminder', ours: 'genodigde' }

/**
 * 20,000 people who have a place in something of tomorrow are reminded by the portal's own worker. There is no mail
 * server, so the mails stay in the outbox. The floor is the bare insertion of the same rows, in one statement.
 */
export async function benchReminders(db: Db, portal: Running): Promise<Run> {
  // What the region itself has to remind of is done first, so that all that follows is about these people.
  await runJob(db, job)
  await givePlacesForTomorrow(db)
  console.log(`Measuring: reminding ${people} people …`)
  const run = await cost(portal, () => runJob(db, job))
  const told = await countMails(db, about)
  if (told.ours !== people) throw new Error(`Of ${people} people ${told.ours} were reminded.`)
  const again = await milliseconds(() => runJob(db, job))
  const toldTwice = (await countMails(db, about)).all - told.all
  if (toldTwice !== 0) throw new Error(`A second run reminded ${toldTwice} more.`)
  return {
    name: `reminding ${people} people`,
    each: 'people',
    times: people,
    ...run,
    floorMs: await milliseconds(() => insertSameRows(db, about)),
    said: `${told.ours} rows in the outbox; a second run adds none, in ${Math.round(again)} ms`,
  }
}

/** New people, the same in every region, in editions of one meeting. */
async function givePlacesForTomorrow(db: Db): Promise<void> {
  await sql`
    with someone as (
      insert into person (given_name, family_name)
      select 'Herinnerd', 'Voorbeeld-Genodigde ' || n from generate_series(0, ${people - 1}::int) n
      returning id, family_name
    ), numbered as (
      select id, split_part(family_name, ' ', 2)::int as n from someone
    ), address as (
      insert into email_address (person_id, address, is_primary, confirmed_at)
      select id, 'genodigde' || n || '@demo.test', true, now() from numbered
    ), offered as (
      select id, row_number() over (order by id) - 1 as n, count(*) over () as amount from offering
      where status = 'published'
    ), run as (
      insert into edition (offering_id, code, status, capacity, minimum, minimum_attendance_percent, test)
      select offered.id, '2026-27-' || 50000 + n, 'going_ahead', ${placesAnEdition}::int, 0, 80, 'none'
      from generate_series(0, ${people / placesAnEdition - 1}::int) edition(nth)
      cross join lateral (select id, nth as n from offered where offered.n = nth % amount) offered
      returning id, split_part(code, '-', 3)::int - 50000 as n
    ), meeting as (
      insert into meeting (edition_id, starts_at, ends_at, place_note)
      select id, at, at + interval '4 hours', 'Voorbeeldlokaal 1, Voorbeeldstraat 1, Deventer'
      from run, (select ((now() at time zone 'Europe/Amsterdam')::date + 1 + time '13:00')
        at time zone 'Europe/Amsterdam' as at) tomorrow
    )
    insert into enrolment (edition_id, person_id, status)
    select run.id, numbered.id, 'confirmed' from numbered join run on run.n = numbered.n / ${placesAnEdition}::int`.execute(
    db,
  )
  // As the database itself does within a minute, which a region that had its people for longer has behind it.
  await sql`analyze person, email_address, edition, meeting, enrolment`.execute(db)
}
