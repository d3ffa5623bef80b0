import { describe, expect } from 'vitest'
import { copyEdition } from '#app/features/catalogue/copy-edition.server.ts'
import { planEdition } from '#app/features/catalogue/plan-edition.server.ts'
import { timeOf } from '#app/platform/dates.ts'
import { aCoordinator, anOffering, aPerson, aRoom, aTeacher } from '#tests/support/builders.ts'
import { test } from '#tests/support/database.ts'

const input = {
  capacity: 12,
  minimum: 4,
  enrolUntil: undefined,
  leaveUntil: undefined,
  decideOn: undefined,
  hasMeal: false,
  participantsNote: '',
  trainers: [] as number[],
  first: { day: '2026-10-08', startsAt: '13:00', endsAt: '17:00', breakMinutes: 15, placeNote: undefined },
  meetings: 4,
  everyWeeks: 1,
  skipHolidays: true,
}

const meetingsOf = (db: Parameters<typeof planEdition>[0], editionId: number) =>
  db.selectFrom('meeting').selectAll().where('editionId', '=', editionId).orderBy('startsAt').execute()

describe('planning a series', () => {
  test('skips the holidays of the site and keeps the time on the wall over the change to winter time', async ({
    db,
  }) => {
    const offering = await anOffering(db)
    const room = await aRoom(db, { holidayRegion: 'noord' })
    const id = await planEdition(db, await aCoordinator(db), offering.id, {
      ...input,
      first: { ...input.first, roomId: room.id },
    })
    const meetings = await meetingsOf(db, id)
    expect(meetings.map((meeting) => meeting.startsAt.toISOString())).toEqual([
      '2026-10-08T11:00:00.000Z',
      '2026-10-22T11:00:00.000Z',
      '2026-10-29T12:00:00.000Z',
      '2026-11-05T12:00:00.000Z',
    ])
    expect(meetings.map((meeting) => timeOf(meeting.startsAt))).toEqual(['13:00', '13:00', '13:00', '13:00'])
  })

  test('gives each edition of a school year the next code', async ({ db }) => {
    const offering = await anOffering(db)
    const actor = await aCoordinator(db)
    const first = { ...input.first, placeNote: 'Station' }
    const ids = [
      await planEdition(db, actor, offering.id, { ...input, first }),
      await planEdition(db, actor, offering.id, { ...input, first }),
    ]
    const codes = await db.selectFrom('edition').select('code').where('id', 'in', ids).orderBy('id').execute()
    expect(codes.map((row) => row.code)).toEqual(['2026-27-1', '2026-27-2'])
  })

  test('refuses a room that is taken, and leaves nothing half planned', async ({ db }) => {
    const offering = await anOffering(db)
    const actor = await aCoordinator(db)
    const room = await aRoom(db)
    const first = { ...input.first, roomId: room.id }
    await planEdition(db, actor, offering.id, {
      ...input,
      meetings: 1,
      first: { ...first, day: '2026-11-05' },
    })
    await expect(planEdition(db, actor, offering.id, { ...input, first })).rejects.toThrow(
      /lokaal is dan al bezet/,
    )
    const editions = await db.selectFrom('edition').select('id').execute()
    expect(editions).toHaveLength(1)
  })

  test('refuses a trainer who stands elsewhere at that time', async ({ db }) => {
    const offering = await anOffering(db)
    const actor = await aCoordinator(db)
    const trainer = await aPerson(db)
    const plan = {
      ...input,
      meetings: 1,
      trainers: [trainer.id],
      first: { ...input.first, placeNote: 'Hal' },
    }
    await planEdition(db, actor, offering.id, plan)
    await expect(planEdition(db, actor, offering.id, plan)).rejects.toThrow(
      /trainer staat dan al ergens anders/,
    )
  })

  test('is for coordinators', async ({ db }) => {
    const offering = await anOffering(db)
    await expect(
      async () => await planEdition(db, await aTeacher(db), offering.id, input),
    ).rejects.toMatchObject({ status: 403 })
  })
})

test('a copy moves every meeting and deadline by as many days, at the same time on the wall', async ({
  db,
}) => {
  const offering = await anOffering(db)
  const actor = await aCoordinator(db)
  const room = await aRoom(db)
  const original = await planEdition(db, actor, offering.id, {
    ...input,
    decideOn: '2026-09-24',
    first: { ...input.first, roomId: room.id },
  })
  const copy = await copyEdition(db, actor, original, '2027-01-07')
  const meetings = await meetingsOf(db, copy)
  expect(meetings.map((meeting) => meeting.startsAt.toISOString())).toEqual([
    '2027-01-07T12:00:00.000Z',
    '2027-01-21T12:00:00.000Z',
    '2027-01-28T12:00:00.000Z',
    '2027-02-04T12:00:00.000Z',
  ])
  const edition = await db
    .selectFrom('edition')
    .select(['code', 'decideOn', 'leaveUntil', 'status'])
    .where('id', '=', copy)
    .executeTakeFirstOrThrow()
  expect(edition).toEqual({
    code: '2026-27-2',
    decideOn: '2026-12-24',
    leaveUntil: new Date('2026-12-24T22:59:00.000Z'),
    status: 'planned',
  })
})
