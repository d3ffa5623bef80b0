import { randomBytes, randomUUID } from 'node:crypto'
import { afterEach, describe, expect } from 'vitest'
import type { Mark } from '#app/features/attendance/attendance.ts'
import { recordAttendance } from '#app/features/attendance/record-attendance.server.ts'
import { answerCheckIn } from '#app/features/check-in/answer-check-in.server.ts'
import { type Arrival, checkIn } from '#app/features/check-in/check-in.server.ts'
import { stepAt } from '#app/features/check-in/check-in.ts'
import { codeOfStep } from '#app/features/check-in/check-in-code.server.ts'
import { listCheckIns } from '#app/features/check-in/check-in-queries.server.ts'
import { secretOf } from '#app/features/check-in/check-in-secret.server.ts'
import { checkInTexts } from '#app/features/check-in/check-in-texts.ts'
import { makeTicket } from '#app/features/check-in/check-in-ticket.server.ts'
import { setClock } from '#app/platform/clock.ts'
import type { Db } from '#db/client.server.ts'
import { actorOf, aMeeting, anEdition, anEnrolment, aPerson, theTestRegion } from '#tests/support/builders.ts'
import { test } from '#tests/support/database.ts'
import { warmUp, withoutLocks } from '#tests/support/without-locks.ts'

const start = new Date('2026-11-24T09:00:00+01:00')
const later = (minutes: number, seconds = 0) => new Date(start.getTime() + (minutes * 60 + seconds) * 1000)
const there = { state: 'present', minutesLate: 0, minutesLeftEarly: 0, note: null } as const

afterEach(() => setClock(undefined))

/** A meeting from nine to one, with its trainer, some participants, and the code of any moment. */
async function aMeetingWithCodes(db: Db, people = 2) {
  setClock(later(-60))
  await theTestRegion(db)
  const person = await aPerson(db)
  const edition = await anEdition(db, { meeting: false, trainerId: person.id, capacity: 600 })
  const meeting = await aMeeting(db, { editionId: edition.id, startsAt: start })
  const enrolments = []
  for (let i = 0; i < people; i++) enrolments.push(await anEnrolment(db, { editionId: edition.id }))
  const secret = await secretOf(db, meeting.id)
  const codeAt = (minutes: number, seconds = 0) => codeOfStep(secret, stepAt(later(minutes, seconds)))
  const arrive = (enrolmentId: number, arrival: Arrival, who: { device?: string; on?: Db } = {}) =>
    checkIn(
      who.on ?? db,
      { enrolmentId, by: 'login', device: who.device ?? randomUUID(), networkAddress: '192.0.2.1' },
      meeting.id,
      arrival,
    )
  const ids = enrolments.map(({ id }) => id) as [number, number]
  return { edition, meeting, ids, secret, codeAt, arrive, trainer: await actorOf(db, person.id) }
}

const standing = (db: Db) =>
  db
    .selectFrom('attendance')
    .select(['enrolmentId', 'state', 'minutesLate', 'version'])
    .orderBy('enrolmentId')
    .execute()
const ways = async (db: Db) =>
  (await db.selectFrom('attendanceChange').select('way').orderBy('id').execute()).map(({ way }) => way)
const state = async (db: Db) =>
  (await db.selectFrom('checkIn').select('state').orderBy('enrolmentId').execute()).map(({ state }) => state)

describe('a code that is on the screen', () => {
  test('records the participant as present, with its history, once', async ({ db }) => {
    const { ids, arrive, codeAt } = await aMeetingWithCodes(db)
    setClock(later(2, 10))
    expect(await arrive(ids[0], { code: codeAt(2) })).toMatchObject({ state: 'accepted', already: false })
    expect(await arrive(ids[0], { code: codeAt(2) })).toMatchObject({ state: 'accepted', already: true })
    expect(await standing(db)).toEqual([
      { enrolmentId: ids[0], state: 'present', minutesLate: 0, version: 1 },
    ])
    expect(await ways(db)).toEqual(['check_in'])
    const { recordedBy } = await db.selectFrom('attendance').select('recordedBy').executeTakeFirstOrThrow()
    const { personId } = await db
      .selectFrom('enrolment')
      .select('personId')
      .where('id', '=', ids[0])
      .executeTakeFirstOrThrow()
    expect(recordedBy).toBe(personId)
  })

  test('gives a latecomer the minutes', async ({ db }) => {
    const { ids, arrive, codeAt } = await aMeetingWithCodes(db)
    setClock(later(20, 20))
    await arrive(ids[0], { code: codeAt(20, 5) })
    expect(await standing(db)).toMatchObject([{ state: 'present', minutesLate: 20 }])
  })

  test('does nothing before the window and after it', async ({ db }) => {
    const { ids, arrive, codeAt } = await aMeetingWithCodes(db)
    setClock(later(-31))
    await expect(arrive(ids[0], { code: codeAt(-31) })).rejects.toThrow('vanaf 8.30 uur')
    setClock(later(240))
    await expect(arrive(ids[0], { code: codeAt(240) })).rejects.toThrow(checkInTexts.over)
    expect(await standing(db)).toEqual([])
  })

  test('does nothing for somebody of another edition, or who gave up the place', async ({ db }) => {
    const { ids, arrive, codeAt } = await aMeetingWithCodes(db)
    const stranger = await anEnrolment(db, { editionId: (await anEdition(db)).id })
    await db.updateTable('enrolment').set({ status: 'withdrawn' }).where('id', '=', ids[1]).execute()
    setClock(later(1))
    for (const id of [stranger.id, ids[1]]) {
      await expect(arrive(id, { code: codeAt(1) })).rejects.toThrow(checkInTexts.notOnTheList)
    }
    expect(await standing(db)).toEqual([])
  })

  test('does nothing once the edition is closed or the meeting was cancelled', async ({ db }) => {
    const { ids, arrive, codeAt, edition, meeting } = await aMeetingWithCodes(db)
    setClock(later(1))
    await db.updateTable('edition').set({ status: 'closed' }).where('id', '=', edition.id).execute()
    await expect(arrive(ids[0], { code: codeAt(1) })).rejects.toThrow(checkInTexts.closed)
    await db.updateTable('meeting').set({ status: 'cancelled' }).where('id', '=', meeting.id).execute()
    await expect(arrive(ids[0], { code: codeAt(1) })).rejects.toThrow(checkInTexts.cancelled)
    expect(await standing(db)).toEqual([])
  })
})

describe('a code that is not on the screen', () => {
  test('made up, of another meeting, or old: refused, and nothing is recorded', async ({ db }) => {
    const { ids, arrive, codeAt } = await aMeetingWithCodes(db)
    const other = randomBytes(32)
    setClock(later(5))
    const forged = [
      codeOfStep(other, stepAt(later(5))),
      'BCDFGH',
      '',
      "'; drop",
      // Photographed, and passed on.
      codeAt(4, 15),
      codeAt(5, 30),
    ]
    for (const code of forged) await expect(arrive(ids[0], { code })).rejects.toThrow()
    expect(await state(db)).toEqual([])
    // The control: by the very same way the real one comes in.
    await arrive(ids[0], { code: codeAt(5) })
    expect(await state(db)).toEqual(['accepted'])
  })

  test('guessing ends after some tries, for that participant only', async ({ db }) => {
    const { ids, arrive, codeAt } = await aMeetingWithCodes(db)
    setClock(later(5))
    for (let tries = 0; tries < 15; tries++) {
      await expect(arrive(ids[0], { code: 'BCDFGH' })).rejects.toThrow(checkInTexts.wrongCode)
    }
    await expect(arrive(ids[0], { code: codeAt(5) })).rejects.toThrow(checkInTexts.tooOften)
    expect(await arrive(ids[1], { code: codeAt(5) })).toMatchObject({ state: 'accepted' })
  })

  test('a page that was opened in time may be sent a little later, by that browser alone', async ({ db }) => {
    const { ids, arrive, codeAt, meeting } = await aMeetingWithCodes(db)
    const code = codeAt(5)
    setClock(later(6, 29))
    const ticket = makeTicket(meeting.id, later(5), 'phone')
    await expect(arrive(ids[0], { code, ticket }, { device: 'another phone' })).rejects.toThrow()
    await expect(arrive(ids[0], { code, ticket: `${ticket}x` }, { device: 'phone' })).rejects.toThrow()
    const elsewhere = makeTicket(meeting.id + 1, later(5), 'phone')
    await expect(arrive(ids[0], { code, ticket: elsewhere }, { device: 'phone' })).rejects.toThrow()
    expect(await arrive(ids[0], { code, ticket }, { device: 'phone' })).toMatchObject({ state: 'accepted' })
    setClock(later(6, 31))
    expect(await arrive(ids[1], { code, ticket }, { device: 'phone' })).toMatchObject({ state: 'to_confirm' })
    expect(await standing(db)).toHaveLength(1)
  })
})

describe('what waited on a telephone', () => {
  test('is for the trainer to confirm, and dated by its code alone', async ({ db }) => {
    const { ids, arrive, codeAt, trainer, meeting } = await aMeetingWithCodes(db)
    setClock(later(90))
    expect(await arrive(ids[0], { code: codeAt(12), kept: true })).toMatchObject({
      state: 'to_confirm',
      codeAt: later(12),
      minutesLate: 12,
    })
    expect(await standing(db)).toEqual([])
    await answerCheckIn(db, trainer, { meetingId: meeting.id, enrolmentId: ids[0] }, { confirmed: true })
    expect(await standing(db)).toMatchObject([{ state: 'present', minutesLate: 12 }])
    expect(await state(db)).toEqual(['confirmed'])
    const again = answerCheckIn(
      db,
      trainer,
      { meetingId: meeting.id, enrolmentId: ids[0] },
      { confirmed: false },
    )
    await expect(again).rejects.toThrow(checkInTexts.answeredAlready)
  })

  test('of a code from outside the window, or of one that is still to come, is refused', async ({ db }) => {
    const { ids, arrive, codeAt } = await aMeetingWithCodes(db)
    setClock(later(60))
    for (const code of [codeAt(-40), codeAt(241), codeAt(61), 'BCDFGH']) {
      await expect(arrive(ids[0], { code, kept: true })).rejects.toThrow()
    }
    setClock(later(8 * 24 * 60 + 240))
    await expect(arrive(ids[0], { code: codeAt(5), kept: true })).rejects.toThrow(checkInTexts.over)
    expect(await state(db)).toEqual([])
  })

  test('sent twice and in the wrong order comes to one state', async ({ db }) => {
    const outcomes: unknown[] = []
    const { ids, arrive, codeAt } = await aMeetingWithCodes(db, 6)
    setClock(later(30))
    const arrivals = [
      { code: codeAt(3), kept: true },
      { code: codeAt(8), kept: true },
      { code: codeAt(30), kept: true },
    ]
    const orders = [
      [0, 1, 2],
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0],
    ]
    for (const [index, order] of orders.entries()) {
      for (const which of [...order, ...order]) await arrive(ids[index] as number, arrivals[which]!)
    }
    for (const row of await standing(db)) outcomes.push({ ...row, enrolmentId: 0 })
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1)
    expect(outcomes).toHaveLength(6)
    expect(outcomes[0]).toMatchObject({ state: 'present', minutesLate: 30, version: 1 })
    expect(await ways(db)).toEqual(Array(6).fill('check_in'))
  })
})

describe('beside what a trainer records', () => {
  const mark = (enrolmentId: number, more: Partial<Mark> = {}): Mark => ({
    ...there,
    enrolmentId,
    basedOn: 0,
    ...more,
  })

  test('present stays as the trainer wrote it; absent becomes a question to the trainer', async ({ db }) => {
    const { ids, arrive, codeAt, trainer, meeting } = await aMeetingWithCodes(db)
    setClock(later(20))
    await recordAttendance(db, trainer, meeting.id, [
      mark(ids[0], { minutesLate: 3 }),
      mark(ids[1], { state: 'absent' }),
    ])
    expect(await arrive(ids[0], { code: codeAt(20) })).toMatchObject({ state: 'accepted' })
    expect(await arrive(ids[1], { code: codeAt(20) })).toMatchObject({ state: 'to_confirm' })
    expect(await standing(db)).toMatchObject([
      { state: 'present', minutesLate: 3, version: 1 },
      { state: 'absent', version: 1 },
    ])
    await answerCheckIn(db, trainer, { meetingId: meeting.id, enrolmentId: ids[1] }, { confirmed: false })
    expect(await state(db)).toEqual(['accepted', 'refused'])
    expect((await standing(db))[1]).toMatchObject({ state: 'absent', version: 1 })
  })

  test('whatever is recorded about somebody answers what waited', async ({ db }) => {
    const { ids, arrive, codeAt, trainer, meeting } = await aMeetingWithCodes(db)
    setClock(later(60))
    for (const id of ids) await arrive(id, { code: codeAt(10), kept: true })
    await recordAttendance(db, trainer, meeting.id, [mark(ids[0]), mark(ids[1], { state: 'absent' })])
    expect(await state(db)).toEqual(['confirmed', 'refused'])
  })

  test('what the trainer marked offline meanwhile wins where both say present, and is a conflict where they do not', async ({
    db,
  }) => {
    const { ids, arrive, codeAt, trainer, meeting } = await aMeetingWithCodes(db)
    setClock(later(10))
    for (const id of ids) await arrive(id, { code: codeAt(10) })
    const outcome = await recordAttendance(
      db,
      trainer,
      meeting.id,
      [mark(ids[0]), mark(ids[1], { state: 'absent' })],
      { way: 'device' },
    )
    expect(outcome.kept).toEqual([{ enrolmentId: ids[0], version: 2 }])
    expect(outcome.conflicts).toMatchObject([{ enrolmentId: ids[1], theirs: { state: 'present' } }])
    expect(await standing(db)).toMatchObject([
      { state: 'present', minutesLate: 0, version: 2 },
      { state: 'present', minutesLate: 10, version: 1 },
    ])
  })

  test('a storm of both keeps a history that agrees with what stands', async ({ db }) => {
    const { ids, arrive, codeAt, trainer, meeting } = await aMeetingWithCodes(db, 30)
    setClock(later(1))
    await warmUp(db)
    await Promise.all([
      ...ids.flatMap((id) => [arrive(id, { code: codeAt(1) }), arrive(id, { code: codeAt(1) })]),
      ...[1, 2, 3].map((minutesLate) =>
        recordAttendance(
          db,
          trainer,
          meeting.id,
          ids.map((id) => mark(id, { minutesLate })),
        ),
      ),
    ])
    expect(await disagreements(db)).toBe(0)
  })

  test('without the locks that storm would leave a history that lies', async ({ db }) => {
    const loose = withoutLocks(db)
    let wrong = 0
    const { ids, arrive, codeAt, trainer, meeting } = await aMeetingWithCodes(db, 30)
    setClock(later(1))
    for (let round = 0; round < 8 && wrong === 0; round++) {
      for (const table of ['checkIn', 'attendanceChange', 'attendance'] as const)
        await db.deleteFrom(table).execute()
      await warmUp(db)
      await Promise.allSettled([
        ...ids.map((id) => arrive(id, { code: codeAt(1) }, { on: loose })),
        ...[1, 2, 3].map((minutesLate) =>
          recordAttendance(
            loose,
            trainer,
            meeting.id,
            ids.map((id) => mark(id, { minutesLate })),
          ),
        ),
      ])
      wrong = await disagreements(db)
    }
    expect(wrong).toBeGreaterThan(0)
  })

  /** Rows whose version is not the number of their changes, or that begin or go on from what never stood there. */
  async function disagreements(db: Db): Promise<number> {
    const rows = await db.selectFrom('attendance').select(['enrolmentId', 'version']).execute()
    const lines = await db.selectFrom('attendanceChange').selectAll().orderBy('id').execute()
    return rows.filter(({ enrolmentId, version }) => {
      const own = lines.filter((line) => line.enrolmentId === enrolmentId)
      const broken = own.some((line, index) => {
        const before = own[index - 1]
        return before
          ? line.fromMinutesLate !== before.toMinutesLate || line.fromState !== before.toState
          : line.fromState !== null
      })
      return own.length !== version || broken
    }).length
  }
})

test('two check-ins from one browser are known for it, by a fingerprint only', async ({ db }) => {
  const { ids, arrive, codeAt, meeting } = await aMeetingWithCodes(db)
  setClock(later(1))
  for (const id of ids) await arrive(id, { code: codeAt(1) }, { device: 'one phone' })
  const rows = await listCheckIns(db, meeting.id)
  expect(rows.map(({ sharedWith }) => sharedWith.length)).toEqual([1, 1])
  const { device } = await db.selectFrom('checkIn').select('device').executeTakeFirstOrThrow()
  expect(device).not.toContain('one phone')
})
