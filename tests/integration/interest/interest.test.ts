import { describe, expect } from 'vitest'
import { enrol } from '#app/features/enrolment/enrol.server.ts'
import { answerWish, closeWish, linkWish } from '#app/features/interest/answer-wish.server.ts'
import { findBestDates } from '#app/features/interest/best-dates-queries.server.ts'
import { takeBackInterest } from '#app/features/interest/end-interest.server.ts'
import { listInterested, listOfferingsWithInterest } from '#app/features/interest/interest-queries.server.ts'
import { layInterest } from '#app/features/interest/lay-interest.server.ts'
import { listMyInterest } from '#app/features/interest/my-interest-queries.server.ts'
import { planFromWishes } from '#app/features/interest/plan-from-wishes.server.ts'
import { reportWish, takeBackWish } from '#app/features/interest/report-wish.server.ts'
import { listWishGroups } from '#app/features/interest/wish-queries.server.ts'
import { now } from '#app/platform/clock.ts'
import { instantAt } from '#app/platform/dates.ts'
import {
  aCoordinator,
  aMeeting,
  anEdition,
  anOffering,
  anOrganisation,
  aRoom,
  aTeacher,
  aTeam,
  theTestRegion,
} from '#tests/support/builders.ts'
import { test } from '#tests/support/database.ts'
import { mails } from '#tests/support/mail.ts'

const tuesdays = { people: 1, halfDays: ['tue_afternoon' as const] }
const lasers = { people: 1, what: 'Laserlassen', halfDays: [] }

describe('interest', () => {
  test('is one line a person and offering: pressed twice at once, and changed later', async ({ db }) => {
    await theTestRegion(db)
    const [teacher, offering] = [await aTeacher(db), await anOffering(db)]
    await Promise.all([
      layInterest(db, teacher, offering, tuesdays),
      layInterest(db, teacher, offering, tuesdays),
    ])
    await layInterest(db, teacher, offering, { people: 1, halfDays: ['mon_evening'] })
    const rows = await listInterested(db, offering.id)
    expect(rows).toMatchObject([{ personId: teacher.personId, halfDays: ['mon_evening'], people: 1 }])
    expect(rows[0]?.organisation).toBe(teacher.memberships[0]?.organisationName)
  })

  test('is taken back by its own person alone, once', async ({ db }) => {
    await theTestRegion(db)
    const [teacher, other, offering] = [await aTeacher(db), await aTeacher(db), await anOffering(db)]
    const { id } = await layInterest(db, teacher, offering, tuesdays)
    await expect(takeBackInterest(db, other, { id })).rejects.toMatchObject({ status: 403 })
    await takeBackInterest(db, teacher, { id })
    await expect(takeBackInterest(db, teacher, { id })).rejects.toThrow('staat er niet meer')
    expect((await listMyInterest(db, teacher.personId)).interest).toEqual([])
  })

  test('for several is a lead’s to lay down, for the team that they lead', async ({ db }) => {
    await theTestRegion(db)
    const team = await aTeam(db)
    const at = { organisationId: team.organisationId, teamId: team.id }
    const lead = await aTeacher(db, { ...at, role: 'team_lead' })
    const [member, offering] = [await aTeacher(db, at), await anOffering(db)]
    await expect(layInterest(db, member, offering, { ...tuesdays, people: 3 })).rejects.toThrow('teamleider')
    await layInterest(db, lead, offering, { ...tuesdays, people: 3 })
    await layInterest(db, member, offering, tuesdays)
    expect(await listOfferingsWithInterest(db, now())).toMatchObject([{ people: 4, schools: 1 }])
  })

  test('ends when its person gets a place, and not on a waiting list', async ({ db }) => {
    await theTestRegion(db)
    const [first, second, offering] = [await aTeacher(db), await aTeacher(db), await anOffering(db)]
    const edition = await anEdition(db, { offeringId: offering.id, capacity: 1 })
    for (const teacher of [first, second]) {
      await layInterest(db, teacher, offering, tuesdays)
      await enrol(db, teacher, edition, {})
    }
    expect((await listInterested(db, offering.id)).map(({ personId }) => personId)).toEqual([second.personId])
  })
})

test('best dates look at the room, at what people have already, and at the holidays of their schools', async ({
  db,
}) => {
  await theTestRegion(db)
  const room = await aRoom(db)
  const offering = await anOffering(db)
  await db.updateTable('offering').set({ roomId: room.id }).where('id', '=', offering.id).execute()
  const [teacher, other] = [await aTeacher(db), await aTeacher(db)]
  for (const one of [teacher, other]) await layInterest(db, one, offering, tuesdays)
  const find = async () => findBestDates(db, offering.id, await listInterested(db, offering.id))
  const [first, second] = (await find()).proposals
  expect(first).toMatchObject({ can: 2, total: 2, parts: ['afternoon'], startsAt: '13:00', endsAt: '17:00' })

  // The room is taken on the first; on the second one of them is somewhere else.
  const elsewhere = await anEdition(db, { meeting: false })
  await aMeeting(db, {
    editionId: elsewhere.id,
    roomId: room.id,
    startsAt: instantAt(first?.day as string, '14:00'),
  })
  const busy = await anEdition(db, { startsAt: instantAt(second?.day as string, '15:00') })
  await enrol(db, teacher, busy, {})
  const after = (await find()).proposals
  expect(after.map(({ day }) => day)).not.toContain(first?.day)
  expect(after.every(({ day, can }) => (day === second?.day ? can === 1 : can === 2))).toBe(true)
})

describe('a wish', () => {
  test('about the same stands together; an answer leaves it open, a reason closes it, both are mailed', async ({
    db,
  }) => {
    await theTestRegion(db)
    await db
      .insertInto('examProfile')
      .values({
        code: 'PIE',
        prefix: 'PIE',
        title: 'Produceren, Installeren en Energie',
        position: 1,
        technical: true,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    const [coordinator, one, two] = [await aCoordinator(db), await aTeacher(db), await aTeacher(db)]
    const id = await reportWish(db, one, { ...lasers, profileCode: 'PIE' })
    await reportWish(db, two, { ...lasers, what: 'Plasmasnijden', profileCode: 'PIE' })
    expect(await listWishGroups(db)).toMatchObject([{ people: 2, wishes: [{ id }, {}] }])

    await expect(answerWish(db, one, { id }, { answer: 'ja' })).rejects.toMatchObject({ status: 403 })
    await answerWish(db, coordinator, { id }, { answer: 'We zoeken een trainer.' })
    await answerWish(db, coordinator, { id }, { answer: 'Nog steeds.' })
    await closeWish(db, coordinator, { id }, { answer: 'Er is geen machine.' })
    await expect(closeWish(db, coordinator, { id }, { answer: 'Dubbel.' })).rejects.toThrow('al afgehandeld')
    const told = (await mails(db)).filter(({ personId }) => personId === one.personId)
    expect(told.map(({ reason }) => reason)).toEqual(['wish.answered', 'wish.answered', 'wish.closed'])
    expect(told.at(-1)?.bodyText).toContain('Er is geen machine.')
  })

  test('linked to an offering becomes interest in it, since the day it was reported', async ({ db }) => {
    await theTestRegion(db)
    const [coordinator, teacher, offering] = [
      await aCoordinator(db),
      await aTeacher(db),
      await anOffering(db),
    ]
    const id = await reportWish(db, teacher, lasers)
    const reported = new Date(now().getTime() - 86_400_000)
    await db.updateTable('wish').set({ createdAt: reported }).where('id', '=', id).execute()
    await linkWish(db, coordinator, { id }, { offeringId: offering.id })
    const [line] = await listInterested(db, offering.id)
    expect(line).toMatchObject({ personId: teacher.personId, createdAt: reported })
    expect(line?.halfDays).toHaveLength(15)
    await expect(takeBackWish(db, teacher, { id })).rejects.toThrow('al afgehandeld')
  })

  test('of six people about one sort of paper is a reason to plan: all stand on the list, once', async ({
    db,
  }) => {
    await theTestRegion(db)
    const [coordinator, lead] = [await aCoordinator(db), await aTeacher(db)]
    const offering = await anOffering(db, { title: 'BHV-herhaling', awardsOnTest: 'BHV', test: 'organiser' })
    const bhv = { ...lasers, what: 'BHV', qualificationTypeCode: 'BHV' }
    await reportWish(db, lead, bhv)
    const others = await Promise.all(Array.from({ length: 4 }, () => aTeacher(db)))
    for (const one of others) await reportWish(db, one, bhv)
    expect((await listWishGroups(db))[0]?.plan).toBeNull()
    await reportWish(db, await aTeacher(db), bhv)
    expect((await listWishGroups(db))[0]?.plan).toEqual({
      typeCode: 'BHV',
      offerings: [{ id: offering.id, title: 'BHV-herhaling', typeCode: 'BHV' }],
    })
    const input = { offeringId: offering.id }
    await expect(
      Promise.resolve().then(() => planFromWishes(db, lead, { typeCode: 'BHV' }, input)),
    ).rejects.toMatchObject({ status: 403 })
    const both = await Promise.all([
      planFromWishes(db, coordinator, { typeCode: 'BHV' }, input),
      planFromWishes(db, coordinator, { typeCode: 'BHV' }, input),
    ])
    expect(both.map(({ wishes }) => wishes).sort()).toEqual([0, 6])
    expect(await listInterested(db, offering.id)).toHaveLength(6)
    expect(await listWishGroups(db)).toEqual([])
  })

  test('names an exam module that exists, and a school where one works', async ({ db }) => {
    await theTestRegion(db)
    const teacher = await aTeacher(db, { organisationId: (await anOrganisation(db)).id })
    await expect(reportWish(db, teacher, { ...lasers, examModuleCode: 'P/XX/99' })).rejects.toThrow(
      'kennen we niet',
    )
    await expect(reportWish(db, teacher, { ...lasers, membershipId: 999_999 })).rejects.toThrow(
      'waar je nu werkt',
    )
  })
})
