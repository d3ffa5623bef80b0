import { describe, expect } from 'vitest'
import type { Mark } from '#app/features/attendance/attendance.ts'
import { recordAttendance } from '#app/features/attendance/record-attendance.server.ts'
import { dayOf, now, setClock } from '#app/platform/clock.ts'
import { addDays, instantAt } from '#app/platform/dates.ts'
import type { Db } from '#db/client.server.ts'
import { actorOf, aMeeting, anEdition, anEnrolment, aPerson, theTestRegion } from '#tests/support/builders.ts'
import { test } from '#tests/support/database.ts'
import { warmUp, withoutLocks } from '#tests/support/without-locks.ts'

const minutes = (count: number) => new Date(now().getTime() + count * 60_000)
const present = { state: 'present', minutesLate: 0, minutesLeftEarly: 0, note: null } as const
const absent = { ...present, state: 'absent' } as const
const mark = (enrolmentId: number, more: Partial<Mark> = {}): Mark => ({
  ...present,
  enrolmentId,
  basedOn: 0,
  ...more,
})

/** An edition whose meeting began an hour ago, with a trainer and some participants. */
async function aRoster(db: Db, people = 2) {
  await theTestRegion(db)
  const person = await aPerson(db, { givenName: 'Trainer', familyName: 'Een' })
  const edition = await anEdition(db, { meeting: false, trainerId: person.id, capacity: 500 })
  const meeting = await aMeeting(db, { editionId: edition.id, startsAt: minutes(-60) })
  const enrolments = []
  for (let i = 0; i < people; i++) enrolments.push(await anEnrolment(db, { editionId: edition.id }))
  return { edition, meeting, enrolments, trainer: await actorOf(db, person.id) }
}

const standing = (db: Db, meetingId: number) =>
  db
    .selectFrom('attendance')
    .select(['enrolmentId', 'state', 'minutesLate', 'minutesLeftEarly', 'note', 'version', 'recordedBy'])
    .where('meetingId', '=', meetingId)
    .orderBy('enrolmentId')
    .execute()
const history = (db: Db, meetingId: number) =>
  db.selectFrom('attendanceChange').selectAll().where('meetingId', '=', meetingId).orderBy('id').execute()

test('keeps who was there, and from what to what it changed, by whom, which way', async ({ db }) => {
  const { meeting, trainer, enrolments } = await aRoster(db)
  const [first, second] = enrolments.map(({ id }) => id) as [number, number]
  const outcome = await recordAttendance(db, trainer, meeting.id, [
    mark(first),
    mark(second, { state: 'absent', minutesLate: 10, note: ' ziek ' }),
  ])
  expect(outcome).toEqual({
    kept: [
      { enrolmentId: first, version: 1 },
      { enrolmentId: second, version: 1 },
    ],
    changed: 2,
    conflicts: [],
    refused: [],
  })
  await recordAttendance(db, trainer, meeting.id, [mark(first, { minutesLate: 20, basedOn: 1 })], {
    way: 'device',
  })
  expect(await standing(db, meeting.id)).toMatchObject([
    { enrolmentId: first, state: 'present', minutesLate: 20, version: 2, recordedBy: trainer.personId },
    // Minutes late say nothing of who was not there.
    { enrolmentId: second, state: 'absent', minutesLate: 0, note: 'ziek', version: 1 },
  ])
  expect(await history(db, meeting.id)).toMatchObject([
    { enrolmentId: first, fromState: null, toState: 'present', way: 'roster' },
    { enrolmentId: second, fromState: null, toState: 'absent', toNote: 'ziek' },
    {
      enrolmentId: first,
      fromState: 'present',
      fromMinutesLate: 0,
      toState: 'present',
      toMinutesLate: 20,
      way: 'device',
      recordedBy: trainer.personId,
    },
  ])
})

test('saving twice is one state: the second time writes nothing', async ({ db }) => {
  const { meeting, trainer, enrolments } = await aRoster(db, 1)
  const marks = enrolments.map(({ id }) => mark(id))
  await recordAttendance(db, trainer, meeting.id, marks)
  const again = await recordAttendance(db, trainer, meeting.id, marks)
  expect(again).toMatchObject({ changed: 0, conflicts: [], kept: [{ version: 1 }] })
  expect(await history(db, meeting.id)).toHaveLength(1)
})

test('a person who is named twice in one save is changed once', async ({ db }) => {
  const { meeting, trainer, enrolments } = await aRoster(db, 1)
  const id = enrolments[0]?.id as number
  await recordAttendance(db, trainer, meeting.id, [mark(id), mark(id, absent)])
  expect(await standing(db, meeting.id)).toMatchObject([{ state: 'present', version: 1 }])
  expect(await history(db, meeting.id)).toHaveLength(1)
})

describe('two trainers', () => {
  test('who save different people both keep their work', async ({ db }) => {
    const { meeting, trainer, enrolments } = await aRoster(db, 6)
    const [mine, theirs] = [enrolments.slice(0, 3), enrolments.slice(3)]
    const outcomes = await Promise.all(
      [mine, theirs].map((part) =>
        recordAttendance(
          db,
          trainer,
          meeting.id,
          part.map(({ id }) => mark(id)),
        ),
      ),
    )
    expect(outcomes.map(({ changed, conflicts }) => [changed, conflicts.length])).toEqual([
      [3, 0],
      [3, 0],
    ])
    expect(await standing(db, meeting.id)).toHaveLength(6)
  })

  test('the later one is told of the same person, and nothing is overwritten', async ({ db }) => {
    const { meeting, trainer, enrolments, edition } = await aRoster(db, 1)
    const id = enrolments[0]?.id as number
    const other = await aPerson(db)
    await db.insertInto('editionTrainer').values({ editionId: edition.id, personId: other.id }).execute()
    await recordAttendance(db, trainer, meeting.id, [mark(id, { minutesLate: 15 })])
    const later = await recordAttendance(db, await actorOf(db, other.id), meeting.id, [mark(id, absent)])
    expect(later.changed).toBe(0)
    expect(later.conflicts).toMatchObject([
      {
        enrolmentId: id,
        yours: { state: 'absent' },
        theirs: { state: 'present', minutesLate: 15, version: 1, recordedByName: 'Trainer Een' },
      },
    ])
    expect(await standing(db, meeting.id)).toMatchObject([{ state: 'present', version: 1 }])
    // Having seen it, they choose.
    await recordAttendance(db, await actorOf(db, other.id), meeting.id, [mark(id, { ...absent, basedOn: 1 })])
    expect(await standing(db, meeting.id)).toMatchObject([{ state: 'absent', version: 2 }])
  })

  test('a form that sends a row which its sender left alone does not undo what another changed', async ({
    db,
  }) => {
    const { meeting, trainer, enrolments } = await aRoster(db, 2)
    const [first, second] = enrolments.map(({ id }) => id) as [number, number]
    await recordAttendance(db, trainer, meeting.id, [mark(first), mark(second)])
    await recordAttendance(db, trainer, meeting.id, [mark(first, { ...absent, basedOn: 1 })])
    const stale = [mark(first, { basedOn: 1 }), mark(second, { minutesLate: 5, basedOn: 1 })]
    const outcome = await recordAttendance(db, trainer, meeting.id, stale)
    expect(outcome).toMatchObject({ changed: 1, conflicts: [], kept: [{ version: 2 }, { version: 2 }] })
    expect(await standing(db, meeting.id)).toMatchObject([{ state: 'absent' }, { minutesLate: 5 }])
  })

  /** Twelve savers, each with a minute of their own, all having seen nothing yet: how many were told it is saved. */
  async function storm(db: Db, through: Db): Promise<number> {
    const { meeting, trainer, enrolments } = await aRoster(db, 1)
    const id = enrolments[0]?.id as number
    await warmUp(db)
    const outcomes = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        recordAttendance(through, trainer, meeting.id, [mark(id, { minutesLate: index + 1 })]),
      ),
    )
    return outcomes.reduce((sum, { changed }) => sum + changed, 0)
  }

  test('of twelve who save the same person at once, one is saved', async ({ db }) => {
    expect(await storm(db, db)).toBe(1)
  })

  test('control: without the lock more than one believes to be saved', async ({ db }) => {
    expect(await storm(db, withoutLocks(db))).toBeGreaterThan(1)
  })
})

describe('what cannot be', () => {
  test('more minutes than the meeting has are refused with a sentence; the others are saved', async ({
    db,
  }) => {
    const { meeting, trainer, enrolments } = await aRoster(db, 2)
    const [first, second] = enrolments.map(({ id }) => id) as [number, number]
    const outcome = await recordAttendance(db, trainer, meeting.id, [
      mark(first, { minutesLate: 120, minutesLeftEarly: 120 }),
      mark(second, { minutesLate: 239 }),
    ])
    expect(outcome.refused).toMatchObject([{ enrolmentId: first }])
    expect(outcome.refused[0]?.sentence).toContain('240 minuten')
    expect(await standing(db, meeting.id)).toMatchObject([{ enrolmentId: second, minutesLate: 239 }])
  })

  test('people of another edition, and people who left, are not on the list', async ({ db }) => {
    const { meeting, trainer, edition } = await aRoster(db, 0)
    const elsewhere = await anEnrolment(db, { editionId: (await anEdition(db)).id })
    const left = await anEnrolment(db, { editionId: edition.id, status: 'withdrawn' })
    const outcome = await recordAttendance(db, trainer, meeting.id, [mark(elsewhere.id), mark(left.id)])
    expect(outcome.refused).toHaveLength(2)
    expect(await standing(db, meeting.id)).toEqual([])
  })

  test('recording opens on the day of the meeting, not earlier', async ({ db }) => {
    const { meeting, trainer, enrolments } = await aRoster(db, 1)
    const marks = enrolments.map(({ id }) => mark(id))
    setClock(instantAt(addDays(dayOf(meeting.startsAt), -1), '23:59'))
    await expect(recordAttendance(db, trainer, meeting.id, marks)).rejects.toThrow('nog niet begonnen')
    setClock(instantAt(dayOf(meeting.startsAt), '00:00'))
    expect((await recordAttendance(db, trainer, meeting.id, marks)).changed).toBe(1)
  })

  test('a cancelled meeting has no attendance', async ({ db }) => {
    const { meeting, trainer, enrolments } = await aRoster(db, 1)
    await db.updateTable('meeting').set({ status: 'cancelled' }).where('id', '=', meeting.id).execute()
    const marks = enrolments.map(({ id }) => mark(id))
    await expect(recordAttendance(db, trainer, meeting.id, marks)).rejects.toThrow('gaat niet door')
  })

  test('a trainer of another edition, and a participant, may not', async ({ db }) => {
    const { meeting, enrolments } = await aRoster(db, 1)
    const { trainer: stranger } = await aRoster(db, 0)
    const participant = await actorOf(db, enrolments[0]?.personId as number)
    for (const actor of [stranger, participant]) {
      const attempt = recordAttendance(db, actor, meeting.id, [mark(enrolments[0]?.id as number)])
      await expect(attempt).rejects.toMatchObject({ status: 403 })
    }
    await expect(recordAttendance(db, stranger, 987654, [])).rejects.toMatchObject({ status: 404 })
  })
})

describe('after closing', () => {
  test('a change needs a reason, is kept as a correction and stands in the journal', async ({ db }) => {
    const { meeting, trainer, enrolments, edition } = await aRoster(db, 1)
    const id = enrolments[0]?.id as number
    await recordAttendance(db, trainer, meeting.id, [mark(id)])
    await db
      .updateTable('edition')
      .set({ status: 'closed', closedAt: now() })
      .where('id', '=', edition.id)
      .execute()
    const correction = [mark(id, { ...absent, basedOn: 1 })]
    await expect(recordAttendance(db, trainer, meeting.id, correction)).rejects.toThrow('al afgerond')
    await recordAttendance(db, trainer, meeting.id, correction, { reason: 'Verkeerde naam aangetikt.' })
    expect((await history(db, meeting.id)).at(-1)).toMatchObject({
      way: 'correction',
      reason: 'Verkeerde naam aangetikt.',
    })
    const journal = await db.selectFrom('journal').select(['action', 'reason']).orderBy('id').execute()
    expect(journal).toEqual([
      { action: 'attendance.record', reason: null },
      { action: 'attendance.correct', reason: 'Verkeerde naam aangetikt.' },
    ])
  })
})

test('a roster of 200 is saved at once, in a few statements', async ({ db }) => {
  const { meeting, trainer, edition } = await aRoster(db, 0)
  const people = await db
    .insertInto('person')
    .values(Array.from({ length: 200 }, (_, index) => ({ givenName: 'Test', familyName: `Nummer ${index}` })))
    .returning('id')
    .execute()
  const enrolments = await db
    .insertInto('enrolment')
    .values(people.map(({ id }) => ({ editionId: edition.id, personId: id, status: 'confirmed' as const })))
    .returning('id')
    .execute()
  const marks = enrolments.map(({ id }) => mark(id))
  await recordAttendance(db, trainer, meeting.id, [])
  const started = performance.now()
  expect((await recordAttendance(db, trainer, meeting.id, marks)).changed).toBe(200)
  // The aim is 30 ms on a quiet machine, which the bench measures; here only that it is not row by row.
  expect(performance.now() - started).toBeLessThan(400)
})
