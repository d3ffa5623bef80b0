import { expect } from 'vitest'
import { cancelEdition } from '#app/features/enrolment/cancel-edition.server.ts'
import { cancelMeeting } from '#app/features/enrolment/cancel-meeting.server.ts'
import { changeCapacity } from '#app/features/enrolment/change-capacity.server.ts'
import { enrol } from '#app/features/enrolment/enrol.server.ts'
import { moveEnrolment } from '#app/features/enrolment/move-enrolment.server.ts'
import { moveMeeting } from '#app/features/enrolment/move-meeting.server.ts'
import { takeAwayPlace } from '#app/features/enrolment/take-away-place.server.ts'
import { withdraw } from '#app/features/enrolment/withdraw.server.ts'
import { enterQualification } from '#app/features/qualifications/enter-qualification.server.ts'
import { withdrawQualification } from '#app/features/qualifications/withdraw-qualification.server.ts'
import { now, today } from '#app/platform/clock.ts'
import type { Db } from '#db/client.server.ts'
import {
  aCoordinator,
  aMeeting,
  aMembership,
  anEdition,
  anEnrolment,
  anOffering,
  aRoom,
  aTeacher,
  aTeam,
  theTestRegion,
} from '#tests/support/builders.ts'
import { test as base } from '#tests/support/database.ts'

const test = base.extend<{ region: undefined }>({
  region: [
    async ({ db }, use) => {
      await theTestRegion(db)
      await use(undefined)
    },
    { auto: true },
  ],
})

const inDays = (days: number) => new Date(now().getTime() + days * 86_400_000)
const statusOf = async (db: Db, id: number) =>
  (await db.selectFrom('enrolment').select('status').where('id', '=', id).executeTakeFirstOrThrow()).status
const mailsTo = (db: Db, personId: number) =>
  db
    .selectFrom('outbox')
    .select(['reason', 'title', 'bodyText'])
    .where('personId', '=', personId)
    .orderBy('id')
    .execute()

test('gives the last place to whoever comes first', async ({ db }) => {
  const edition = await anEdition(db, { capacity: 1 })
  const first = await enrol(db, await aTeacher(db), edition, {})
  const second = await enrol(db, await aTeacher(db), edition, {})
  const third = await enrol(db, await aTeacher(db), edition, {})
  expect([first.status, second.status, third.status]).toEqual(['confirmed', 'waitlisted', 'waitlisted'])
  expect([second.position, third.position]).toEqual([1, 2])
})

test('whoever leaves frees a place for the first in line, who is told', async ({ db }) => {
  const edition = await anEdition(db, { capacity: 1 })
  const [leaver, next, last] = [await aTeacher(db), await aTeacher(db), await aTeacher(db)]
  const place = await enrol(db, leaver, edition, {})
  const waiting = await enrol(db, next, edition, {})
  const behind = await enrol(db, last, edition, {})
  await withdraw(db, leaver, { id: place.id }, {})
  expect(await statusOf(db, waiting.id)).toBe('confirmed')
  expect(await statusOf(db, behind.id)).toBe('waitlisted')
  expect((await mailsTo(db, next.personId)).map(({ reason }) => reason)).toEqual([
    'enrolment.waitlisted',
    'enrolment.promoted',
  ])
})

test('within a week of the start the place is offered, and held meanwhile', async ({ db }) => {
  const edition = await anEdition(db, { capacity: 1, startsAt: inDays(3) })
  const leaver = await aTeacher(db)
  const place = await enrol(db, leaver, edition, {})
  const waiting = await enrol(db, await aTeacher(db), edition, {})
  await withdraw(db, leaver, { id: place.id }, {})
  expect(await statusOf(db, waiting.id)).toBe('offered')
  const newcomer = await enrol(db, await aTeacher(db), edition, {})
  expect(newcomer.status).toBe('waitlisted')
})

test('who no longer fits is asked, rather than skipped', async ({ db }) => {
  const startsAt = inDays(30)
  const edition = await anEdition(db, { capacity: 1, startsAt })
  const [leaver, next] = [await aTeacher(db), await aTeacher(db)]
  const place = await enrol(db, leaver, edition, {})
  const waiting = await enrol(db, next, edition, {})
  const other = await anEdition(db, { startsAt })
  await enrol(db, next, other, {})
  await withdraw(db, leaver, { id: place.id }, {})
  expect(await statusOf(db, waiting.id)).toBe('offered')
  const mail = (await mailsTo(db, next.personId)).find(({ reason }) => reason === 'enrolment.offered')
  expect(mail?.bodyText).toContain('Je bent dan al bij')
})

test('nobody is at two meetings at once, as participant or as trainer', async ({ db }) => {
  const startsAt = inDays(30)
  const teacher = await aTeacher(db)
  await enrol(db, teacher, await anEdition(db, { startsAt }), {})
  const later = new Date(startsAt.getTime() + 2 * 3_600_000)
  await expect(enrol(db, teacher, await anEdition(db, { startsAt: later }), {})).rejects.toThrow(
    'Je bent dan al bij',
  )
  const after = new Date(startsAt.getTime() + 4 * 3_600_000)
  await expect(enrol(db, teacher, await anEdition(db, { startsAt: after }), {})).resolves.toMatchObject({
    status: 'confirmed',
  })
  const trainer = await aTeacher(db)
  const taught = await anEdition(db, { meeting: false })
  const meeting = await aMeeting(db, { editionId: taught.id, startsAt })
  await db
    .insertInto('meetingTrainer')
    .values({ meetingId: meeting.id, personId: trainer.personId, during: 'empty' })
    .execute()
  await expect(enrol(db, trainer, await anEdition(db, { startsAt }), {})).rejects.toThrow('Je staat dan zelf')
})

test('nobody enrols twice, nor for another, nor in what is over', async ({ db }) => {
  const edition = await anEdition(db)
  const teacher = await aTeacher(db)
  await enrol(db, teacher, edition, {})
  await expect(enrol(db, teacher, edition, {})).rejects.toThrow('al voor ingeschreven')
  const other = await aTeacher(db)
  await expect(enrol(db, teacher, edition, { personId: other.personId })).rejects.toMatchObject({
    status: 403,
  })
  const over = await anEdition(db, { startsAt: inDays(-1) })
  await expect(enrol(db, teacher, over, {})).rejects.toThrow('al begonnen')
})

test('a required qualification must hold on the first day', async ({ db }) => {
  const offering = await anOffering(db)
  await db.insertInto('offeringRequirement').values({ offeringId: offering.id, typeCode: 'VCA-B' }).execute()
  const edition = await anEdition(db, { offeringId: offering.id })
  const [teacher, coordinator] = [await aTeacher(db), await aCoordinator(db)]
  await expect(enrol(db, teacher, edition, {})).rejects.toThrow('Hiervoor heb je B-VCA')
  const held = await enterQualification(
    db,
    coordinator,
    { id: teacher.personId },
    {
      typeCode: 'VCA-B',
      issuedOn: today(),
      number: 'VB-000.001',
      how: 'register',
    },
  )
  await enrol(db, teacher, edition, {})
  await withdrawQualification(db, coordinator, held, { reason: 'verkeerde persoon' })
  const again = await anEdition(db, { offeringId: offering.id, startsAt: inDays(60) })
  await expect(enrol(db, teacher, again, {})).rejects.toThrow('Hiervoor heb je B-VCA')
})

test('who works at two schools says for which', async ({ db }) => {
  const teacher = await aTeacher(db)
  const second = await aMembership(db, { personId: teacher.personId })
  const edition = await anEdition(db)
  await expect(enrol(db, teacher, edition, {})).rejects.toThrow('voor welke school')
  const place = await enrol(db, teacher, edition, { membershipId: second.id })
  const row = await db
    .selectFrom('enrolment')
    .selectAll()
    .where('id', '=', place.id)
    .executeTakeFirstOrThrow()
  expect(row.organisationId).toBe(second.organisationId)
})

test('a second line at one’s school without a team does not get around the team', async ({ db }) => {
  const team = await aTeam(db)
  const teacher = await aTeacher(db, { organisationId: team.organisationId, teamId: team.id })
  await aMembership(db, { personId: teacher.personId, organisationId: team.organisationId })
  expect((await enrol(db, teacher, await anEdition(db), {})).status).toBe('requested')
})

test('leaving after the deadline is late, but not when a meeting moved', async ({ db }) => {
  const edition = await anEdition(db, { leaveUntil: inDays(-1), startsAt: inDays(10) })
  const [one, two] = [await aTeacher(db), await aTeacher(db)]
  const first = await anEnrolment(db, { editionId: edition.id, personId: one.personId })
  const second = await anEnrolment(db, { editionId: edition.id, personId: two.personId })
  expect(await withdraw(db, one, { id: first.id }, {})).toMatchObject({ late: true })
  const meeting = await db
    .selectFrom('meeting')
    .selectAll()
    .where('editionId', '=', edition.id)
    .executeTakeFirstOrThrow()
  const startsAt = inDays(11)
  await moveMeeting(db, await aCoordinator(db), meeting, {
    startsAt,
    endsAt: new Date(startsAt.getTime() + 3_600_000),
    breakMinutes: 0,
    roomId: null,
    placeNote: 'De aula',
  })
  expect(await withdraw(db, two, { id: second.id }, {})).toMatchObject({ late: false })
})

test('a moved meeting is told with the old beside the new and what it falls together with', async ({
  db,
}) => {
  const [edition, other] = [
    await anEdition(db, { startsAt: inDays(10) }),
    await anEdition(db, { startsAt: inDays(20) }),
  ]
  const teacher = await aTeacher(db)
  await enrol(db, teacher, edition, {})
  await enrol(db, teacher, other, {})
  const meeting = await db
    .selectFrom('meeting')
    .selectAll()
    .where('editionId', '=', edition.id)
    .executeTakeFirstOrThrow()
  const startsAt = inDays(20)
  const endsAt = new Date(startsAt.getTime() + 3_600_000)
  const moved = await moveMeeting(db, await aCoordinator(db), meeting, {
    startsAt,
    endsAt,
    breakMinutes: 0,
    roomId: null,
    placeNote: 'De aula',
  })
  expect(moved.told).toBe(1)
  const mail = (await mailsTo(db, teacher.personId)).find(({ reason }) => reason === 'meeting.moved')
  expect(mail?.bodyText).toContain('Testplek')
  expect(mail?.bodyText).toContain('De aula')
  expect(mail?.bodyText).toContain('Je bent dan al bij')
  const row = await db
    .selectFrom('edition')
    .select('startsAt')
    .where('id', '=', edition.id)
    .executeTakeFirstOrThrow()
  expect(row.startsAt).toEqual(startsAt)
})

test('a room that is taken refuses a meeting that moves into it', async ({ db }) => {
  const room = await aRoom(db)
  const [startsAt, endsAt] = [inDays(10), new Date(inDays(10).getTime() + 3_600_000)]
  const taken = await anEdition(db, { meeting: false })
  await aMeeting(db, { editionId: taken.id, startsAt, endsAt, roomId: room.id })
  const edition = await anEdition(db, { meeting: false })
  const meeting = await aMeeting(db, { editionId: edition.id, startsAt: inDays(12) })
  await expect(
    moveMeeting(db, await aCoordinator(db), meeting, {
      startsAt,
      endsAt,
      breakMinutes: 0,
      roomId: room.id,
      placeNote: null,
    }),
  ).rejects.toThrow('bezet')
})

test('one meeting can be called off, the only one cannot', async ({ db }) => {
  const edition = await anEdition(db)
  const extra = await aMeeting(db, { editionId: edition.id, startsAt: inDays(40) })
  const teacher = await aTeacher(db)
  await enrol(db, teacher, edition, {})
  const coordinator = await aCoordinator(db)
  expect(await cancelMeeting(db, coordinator, extra, { reason: 'Trainer ziek' })).toMatchObject({ told: 1 })
  const meeting = await db
    .selectFrom('meeting')
    .selectAll()
    .where('editionId', '=', edition.id)
    .where('status', '=', 'planned')
    .executeTakeFirstOrThrow()
  await expect(cancelMeeting(db, coordinator, meeting, { reason: 'x' })).rejects.toThrow('enige bijeenkomst')
})

test('more places go to who waits at once, and fewer than are held cannot be', async ({ db }) => {
  const edition = await anEdition(db, { capacity: 1 })
  await enrol(db, await aTeacher(db), edition, {})
  const waiting = [
    await enrol(db, await aTeacher(db), edition, {}),
    await enrol(db, await aTeacher(db), edition, {}),
  ]
  const coordinator = await aCoordinator(db)
  expect(await changeCapacity(db, coordinator, edition, { capacity: 3 })).toEqual({ promoted: 2 })
  expect(await Promise.all(waiting.map(({ id }) => statusOf(db, id)))).toEqual(['confirmed', 'confirmed'])
  await expect(changeCapacity(db, coordinator, edition, { capacity: 2 })).rejects.toThrow('al 3 plekken')
  await expect(changeCapacity(db, await aTeacher(db), edition, { capacity: 9 })).rejects.toMatchObject({
    status: 403,
  })
})

test('a cancelled edition tells everyone, with the other dates, and leaves nobody late', async ({ db }) => {
  const offering = await anOffering(db)
  const edition = await anEdition(db, { offeringId: offering.id, capacity: 1, leaveUntil: inDays(-1) })
  const other = await anEdition(db, { offeringId: offering.id, startsAt: inDays(50) })
  const [one, two] = [await aTeacher(db), await aTeacher(db)]
  const places = [await enrol(db, one, edition, {}), await enrol(db, two, edition, {})]
  expect(
    await cancelEdition(db, await aCoordinator(db), edition, { reason: 'Te weinig deelnemers' }),
  ).toEqual({ told: 2 })
  for (const { id } of places) {
    const row = await db.selectFrom('enrolment').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    expect([row.status, row.withdrawnLate]).toEqual(['cancelled', false])
  }
  const mail = (await mailsTo(db, two.personId)).at(-1)
  expect(mail?.bodyText).toContain('Te weinig deelnemers')
  expect(mail?.bodyText).toContain(`/aanbod/${offering.slug}/${other.code}/inschrijven`)
  await expect(enrol(db, await aTeacher(db), edition, {})).rejects.toThrow('gaat niet door')
})

test('a coordinator enrols after the deadline without asking the team, moves, and takes out', async ({
  db,
}) => {
  const team = await aTeam(db)
  const teacher = await aTeacher(db, { teamId: team.id, organisationId: team.organisationId })
  const coordinator = await aCoordinator(db)
  const edition = await anEdition(db, { enrolUntil: inDays(-1), capacity: 1 })
  const place = await enrol(db, coordinator, edition, { personId: teacher.personId, reason: 'belde' })
  expect(place.status).toBe('confirmed')
  const waiting = await anEnrolment(db, { editionId: edition.id, status: 'waitlisted' })
  const other = await anEdition(db, { startsAt: inDays(30), capacity: 1 })
  const moved = await moveEnrolment(db, coordinator, place, { editionId: other.id, reason: 'belde' })
  expect(await statusOf(db, place.id)).toBe('cancelled')
  expect(await statusOf(db, moved.id)).toBe('confirmed')
  expect(await statusOf(db, waiting.id)).toBe('confirmed')
  await expect(
    moveEnrolment(db, coordinator, waiting, { editionId: other.id, reason: 'vol' }),
  ).rejects.toThrow('is vol')
  await takeAwayPlace(db, coordinator, moved, { reason: 'belde weer' })
  expect(await statusOf(db, moved.id)).toBe('cancelled')
  await expect(takeAwayPlace(db, teacher, waiting, { reason: 'x' })).rejects.toMatchObject({ status: 403 })
})
