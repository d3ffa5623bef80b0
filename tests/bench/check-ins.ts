import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { stepAt } from '#app/features/check-in/check-in.ts'
import { codeOfStep } from '#app/features/check-in/check-in-code.server.ts'
import { secretOf } from '#app/features/check-in/check-in-secret.server.ts'
import { paths } from '#app/paths.ts'
import type { Db } from '#db/client.server.ts'
import type { Act } from './acts.ts'
import { percentiles } from './load.ts'
import { headersOf, headersOfPerson } from './pages.ts'
import { processorMs } from './processor-time.ts'
import { send } from './send.ts'
import type { Running } from './servers.ts'

const participants = 500
const spreadMs = 10_000
/** As often as the trainer's page asks who is in. */
const lookMs = 5_000

/** 500 people check in within ten seconds while the trainer looks; and then 500 others in the same instant. */
export async function benchCheckIns(db: Db, portal: Running): Promise<Act[]> {
  return [await checkInAll(db, portal, spreadMs), await checkInAll(db, portal, 0)]
}

async function checkInAll(db: Db, portal: Running, within: number): Promise<Act> {
  const { meetingId, enrolments } = await aFullMeeting(db)
  const browsers = await Promise.all(
    enrolments.map(async ({ id, personId }) => ({ id, headers: await headersOfPerson(db, personId) })),
  )
  const trainer = await headersOf(db, 'coordinator@demo.test')
  const secret = await secretOf(db, meetingId)
  const when = within === 0 ? 'at once' : `in ${within / 1000} seconds`
  console.log(`Measuring: ${participants} check-ins ${when} …`)
  const before = processorMs([portal.pid])
  const started = performance.now()
  let over = false
  const looking = (async () => {
    while (!over) {
      await send(portal, paths.checkInStanding(meetingId), trainer)
      await pause(Math.min(lookMs, within / 2))
      if (within === 0) return
    }
  })()
  const answers = await Promise.all(
    browsers.map(async ({ id, headers }, index) => {
      await pause((index * within) / participants)
      const code = codeOfStep(secret, stepAt(Date.now()))
      const body = JSON.stringify({ as: id, code, kept: false })
      return send(portal, paths.keptCheckIn(meetingId), headers, body, 'application/json')
    }),
  )
  const elapsed = performance.now() - started
  over = true
  await looking
  const used = processorMs([portal.pid]) - before
  const { present } = await db
    .selectFrom('attendance')
    .select((it) => it.fn.countAll<number>().as('present'))
    .where('meetingId', '=', meetingId)
    .where('state', '=', 'present')
    .executeTakeFirstOrThrow()
  if (present !== participants) throw new Error(`Of ${participants} who checked in ${present} are present.`)
  return {
    name: `${participants} check-ins ${when}`,
    times: participants,
    ...percentiles(answers.map(({ ms }) => ms)),
    processorMs: used / participants,
    said: `all in ${Math.round(elapsed)} ms; ${present} present`,
  }
}

/** A meeting that began a minute ago, with as many people as have an account in the smallest region. */
async function aFullMeeting(db: Db) {
  const offering = db.selectFrom('offering').select('id').orderBy('id').limit(1)
  const edition = await db
    .insertInto('edition')
    .values({
      offeringId: (await offering.executeTakeFirstOrThrow()).id,
      code: `2026-27-${60_000 + Math.floor(Math.random() * 9_000)}`,
      status: 'going_ahead',
      capacity: participants,
      minimum: 0,
      minimumAttendancePercent: 80,
      test: 'none',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const startsAt = new Date(Date.now() - 60_000)
  const meeting = await db
    .insertInto('meeting')
    .values({
      editionId: edition.id,
      startsAt,
      endsAt: new Date(startsAt.getTime() + 4 * 3_600_000),
      placeNote: 'Voorbeeldhal, Voorbeeldstraat 1, Deventer',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { rows: enrolments } = await sql<{ id: number; personId: number }>`
    insert into enrolment (edition_id, person_id, status)
    select ${edition.id}, id, 'confirmed' from person
    where deactivated_at is null and merged_into_id is null order by id desc limit ${participants}
    returning id, person_id`.execute(db)
  return { meetingId: meeting.id, enrolments }
}
