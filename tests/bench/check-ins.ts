import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { stepAt } from '#app/features/check-in/check-in.ts'
import { codeOfStep } from '#app/features/check-in/check-in-code.server.ts'
import { secretOf } from '#app/features/check-in/check-in-secret.server.ts'
import { checkInLink } from '#app/features/enrolment/check-in-link.server.ts'
import { paths } from '#app/paths.ts'
import type { Db } from '#db/client.server.ts'
import type { Act } from './acts.ts'
import { percentiles } from './load.ts'
import { headersOf, headersOfPerson } from './pages.ts'
import { cost } from './runs.ts'
import { send } from './send.ts'
import type { Running } from './servers.ts'

const participants = 500
const spreadMs = 10_000
/** As often as the trainer's page asks who is in. */
const lookMs = 5_000
const minute = 60_000

type Phone = { enrolmentId: number; headers: Record<string, string> }

/** 500 people check in within ten seconds while the trainer looks; at their next meeting all in the same instant. */
export async function benchCheckIns(db: Db, portal: Running): Promise<Act[]> {
  const { meetings, enrolments } = await aFullEdition(db)
  const [first = 0, second = 0] = meetings
  const trainer = await headersOf(db, 'trainer@demo.test')
  const phones: Phone[] = []
  for (const [index, enrolment] of enrolments.entries()) {
    phones.push(await phoneOf(db, portal, first, enrolment, index % 2 === 0 ? 'login' : 'link'))
  }
  return [
    await checkInAll(db, portal, first, { phones, trainer, within: spreadMs }),
    await checkInAll(db, portal, second, { phones, trainer, within: 0 }),
  ]
}

type Crowd = { phones: Phone[]; trainer: Record<string, string>; within: number }

async function checkInAll(
  db: Db,
  portal: Running,
  meetingId: number,
  { phones, trainer, within }: Crowd,
): Promise<Act> {
  const name = `${participants} check-ins ${within === 0 ? 'at once' : `in ${within / 1000} seconds`}`
  console.log(`Measuring: ${name} …`)
  const secret = await secretOf(db, meetingId)
  const looks: number[] = []
  const look = async (at: number) => {
    await pause(at)
    looks.push((await send(portal, paths.checkInStanding(meetingId), trainer)).ms)
  }
  const checkIn = async ({ enrolmentId, headers }: Phone, at: number) => {
    await pause(at)
    const body = JSON.stringify({
      as: enrolmentId,
      code: codeOfStep(secret, stepAt(Date.now())),
      kept: false,
    })
    return (await send(portal, paths.keptCheckIn(meetingId), headers, body, 'application/json')).ms
  }
  let answers: number[] = []
  const { elapsedMs, processorMs } = await cost(portal, async () => {
    const looking = Promise.all(within === 0 ? [look(0)] : [look(0), look(lookMs), look(2 * lookMs)])
    answers = await Promise.all(
      phones.map((phone, index) => checkIn(phone, (index * within) / phones.length)),
    )
    await looking
  })
  const { present } = await db
    .selectFrom('attendance')
    .select((it) => it.fn.countAll<number>().as('present'))
    .where('meetingId', '=', meetingId)
    .where('state', '=', 'present')
    .executeTakeFirstOrThrow()
  if (present !== participants) throw new Error(`Of ${participants} who checked in ${present} are present.`)
  const looked = `the trainer sees it in ${Math.round(Math.max(...looks))} ms at most`
  return {
    name,
    times: participants,
    ...percentiles(answers),
    processorMs: processorMs / participants,
    said: `all in ${Math.round(elapsedMs)} ms, ${present} present; ${looked}`,
  }
}

/** A telephone on which the page of checking in was opened, by its login or by the personal link in a mail. */
async function phoneOf(
  db: Db,
  portal: Running,
  meetingId: number,
  { id, personId }: { id: number; personId: number },
  by: 'login' | 'link',
): Promise<Phone> {
  const headers: Record<string, string> = by === 'login' ? await headersOfPerson(db, personId) : {}
  const path = by === 'login' ? paths.checkInAt(meetingId) : checkInLink(id)
  const { cookies } = await send(portal, path, headers)
  const kept = [headers.Cookie ?? '', ...cookies].filter(Boolean).join('; ')
  return { enrolmentId: id, headers: { ...headers, Cookie: kept } }
}

/** Two meetings, one after the other, both of which one can check in at now; 500 people of the region take part. */
async function aFullEdition(db: Db) {
  const { id: offeringId } = await db
    .selectFrom('offering')
    .select('id')
    .orderBy('id')
    .executeTakeFirstOrThrow()
  const { id: editionId } = await db
    .insertInto('edition')
    .values({
      offeringId,
      code: '2026-27-500',
      status: 'going_ahead',
      capacity: participants,
      minimum: 0,
      minimumAttendancePercent: 80,
      test: 'none',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const meeting = (from: number, until: number) => ({
    editionId,
    startsAt: new Date(Date.now() + from * minute),
    endsAt: new Date(Date.now() + until * minute),
    placeNote: 'Voorbeeldhal, Voorbeeldstraat 1, Deventer',
  })
  const meetings = await db
    .insertInto('meeting')
    .values([meeting(-10, 20), meeting(20, 120)])
    .returning('id')
    .execute()
  await sql`
    insert into edition_trainer (edition_id, person_id)
    select ${editionId}, person_id from email_address where address = 'trainer@demo.test'`.execute(db)
  const { rows: enrolments } = await sql<{ id: number; personId: number }>`
    insert into enrolment (edition_id, person_id, status)
    select ${editionId}, id, 'confirmed' from person
    where family_name ~ '^Voorbeeld-.* [0-9]+$' order by id limit ${participants}
    returning id, person_id`.execute(db)
  return { meetings: meetings.map(({ id }) => id), enrolments }
}
