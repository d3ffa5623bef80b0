import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { attendedMinutes, netMinutes } from '#app/features/attendance/attendance.ts'
import type { Db } from '#db/client.server.ts'
import { seedDemo } from '#db/seeds/demo/seed-demo.ts'
import { aMeeting, anEdition, anEnrolment, theTestRegion } from '#tests/support/builders.ts'
import { test } from '#tests/support/database.ts'

/** What is kept beside what it should be: rows that stand in one of the two only. */
async function differences(db: Db) {
  const { rows } = await sql`
    (table attended except select * from attended_now) union all (select * from attended_now except table attended)
  `.execute(db)
  return rows
}

/** On both sides of the first day of a school year, unless told otherwise. */
async function twoMeetings(db: Db, [first, second] = ['2026-07-31', '2026-08-01']) {
  await theTestRegion(db)
  const edition = await anEdition(db, { meeting: false })
  const at = (day = '') =>
    aMeeting(db, { editionId: edition.id, startsAt: new Date(`${day}T12:00:00Z`), breakMinutes: 30 })
  const meetings = [await at(first), await at(second)] as const
  const enrolment = await anEnrolment(db, { editionId: edition.id })
  return { edition, meetings, enrolment }
}

const kept = (db: Db, enrolmentId: number) =>
  db
    .selectFrom('attended')
    .select(['schoolYear', 'minutes', 'meetings'])
    .where('enrolmentId', '=', enrolmentId)
    .orderBy('schoolYear')
    .execute()

describe('what somebody attended in a school year', () => {
  test('follows every mark, make-up and moved meeting', async ({ db }) => {
    const { meetings, enrolment } = await twoMeetings(db)
    const [july, august] = meetings
    const mark = { state: 'present' as const, minutesLate: 20, minutesLeftEarly: 10 }
    const enrolmentId = enrolment.id
    await db
      .insertInto('attendance')
      .values(meetings.map(({ id }) => ({ meetingId: id, enrolmentId, ...mark })))
      .execute()
    const minutes = attendedMinutes({ netMinutes: netMinutes(july) }, mark)
    expect(await kept(db, enrolmentId)).toEqual([
      { schoolYear: 2025, minutes, meetings: 1 },
      { schoolYear: 2026, minutes, meetings: 1 },
    ])

    const absent = { state: 'absent' as const, minutesLate: 0, minutesLeftEarly: 0 }
    await db.updateTable('attendance').set(absent).where('meetingId', '=', july.id).execute()
    expect(await kept(db, enrolmentId)).toEqual([{ schoolYear: 2026, minutes, meetings: 1 }])

    await db
      .insertInto('attendanceMakeUp')
      .values({ enrolmentId, meetingId: july.id, assignment: 'Verslag' })
      .execute()
    expect((await kept(db, enrolmentId))[0]).toEqual({
      schoolYear: 2025,
      minutes: netMinutes(july),
      meetings: 1,
    })

    await db.updateTable('meeting').set({ breakMinutes: 60 }).where('id', '=', july.id).execute()
    expect((await kept(db, enrolmentId))[0]?.minutes).toBe(netMinutes(july) - 30)
    await db.updateTable('meeting').set({ status: 'cancelled' }).where('id', '=', august.id).execute()
    await db.deleteFrom('attendanceMakeUp').execute()
    expect(await kept(db, enrolmentId)).toEqual([])
    expect(await differences(db)).toEqual([])
  })

  test('equals what there is to add up in the whole demo, also after every meeting was moved', async ({
    db,
  }) => {
    await seedDemo(db, { demoPassword: 'bijblijven-demo' })
    const { rows } = await sql<{ count: number }>`select count(*) from attended`.execute(db)
    expect(rows[0]?.count).toBeGreaterThan(50)
    expect(await differences(db)).toEqual([])
    await sql`update meeting set break_minutes = break_minutes + 5`.execute(db)
    await sql`update attendance set state = 'present', minutes_late = 7 where (meeting_id + enrolment_id) % 3 = 0`.execute(
      db,
    )
    await sql`delete from attendance where (meeting_id + enrolment_id) % 5 = 0`.execute(db)
    expect(await differences(db)).toEqual([])
  })

  test('is right when two meetings of one edition are recorded in the same instant', async ({ db }) => {
    const { edition } = await twoMeetings(db, ['2026-09-10', '2026-09-17'])
    const people = await Promise.all(
      Array.from({ length: 6 }, () => anEnrolment(db, { editionId: edition.id })),
    )
    const meetings = await db.selectFrom('meeting').select('id').where('editionId', '=', edition.id).execute()
    await recordAtOnce(
      db,
      meetings.map(({ id }) => id),
      people.map(({ id }) => id),
    )
    const whole = await sql<{ count: number }>`select count(*) from attendance`.execute(db)
    expect(whole.rows[0]?.count).toBe(12)
    expect(await differences(db)).toEqual([])
  })

  test('control: without waiting for each other the one would not see what the other wrote', async ({
    db,
  }) => {
    await sql`
      create or replace function recount_attended(enrolments bigint[]) returns void language sql as $$
        delete from attended where enrolment_id = any(enrolments);
        insert into attended (enrolment_id, school_year, minutes, meetings, first_day, last_day)
          select enrolment_id, school_year, minutes, meetings, first_day, last_day
          from attended_now where enrolment_id = any(enrolments);
      $$`.execute(db)
    const { edition } = await twoMeetings(db, ['2026-09-10', '2026-09-17'])
    const people = await Promise.all(
      Array.from({ length: 6 }, () => anEnrolment(db, { editionId: edition.id })),
    )
    const meetings = await db.selectFrom('meeting').select('id').where('editionId', '=', edition.id).execute()
    await recordAtOnce(
      db,
      meetings.map(({ id }) => id),
      people.map(({ id }) => id),
    )
    const whole = await sql<{ count: number }>`select count(*) from attendance`.execute(db)
    const wrong = (await differences(db)).length > 0 || (whole.rows[0]?.count ?? 0) < 12
    expect(wrong).toBe(true)
  })
})

/** Two meetings in a transaction each; the first is done only when the second has written, or waits for the first. */
async function recordAtOnce(db: Db, meetings: number[], enrolments: number[]): Promise<void> {
  const write = (trx: Db, meetingId?: number) =>
    trx
      .insertInto('attendance')
      .values(
        enrolments.map((enrolmentId) => ({
          meetingId: meetingId ?? 0,
          enrolmentId,
          state: 'present' as const,
        })),
      )
      .execute()
  const [first, second] = await Promise.all(meetings.slice(0, 2).map(() => db.startTransaction().execute()))
  if (!first || !second) throw new Error('Two connections are needed')
  await write(first, meetings[0])
  const answer = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(second)
  const later = write(second, meetings[1]).then(
    () => 'written' as const,
    () => 'refused' as const,
  )
  const waits = new AbortController()
  await Promise.race([
    later.finally(() => waits.abort()),
    waitsForLock(db, answer.rows[0]?.pid ?? 0, waits.signal),
  ])
  await first.commit().execute()
  if ((await later) === 'written') await second.commit().execute()
  else await second.rollback().execute()
}

/** Until the database says that this connection waits for another one. */
async function waitsForLock(db: Db, pid: number, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const { rows } = await sql`select 1 from pg_locks where pid = ${pid} and not granted`.execute(db)
    if (rows.length > 0) return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
