import { expect } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { acceptOffer, declineOffer } from '#app/features/enrolment/answer-offer.server.ts'
import { cancelEdition } from '#app/features/enrolment/cancel-edition.server.ts'
import { enrol } from '#app/features/enrolment/enrol.server.ts'
import { enrolTeam, releasePlaces } from '#app/features/enrolment/enrol-team.server.ts'
import { expireHolds } from '#app/features/enrolment/expire-holds.server.ts'
import { letEditionGoAhead } from '#app/features/enrolment/let-edition-go-ahead.server.ts'
import { offerPlaces } from '#app/features/enrolment/offer-places.server.ts'
import { planFromInterest } from '#app/features/enrolment/plan-from-interest.server.ts'
import { remindOffers } from '#app/features/enrolment/remind-offers.server.ts'
import { showInterestAgain } from '#app/features/enrolment/show-interest-again.server.ts'
import { withdraw } from '#app/features/enrolment/withdraw.server.ts'
import { listInterested } from '#app/features/interest/interest-queries.server.ts'
import { layInterest } from '#app/features/interest/lay-interest.server.ts'
import { dayOf, now, setClock } from '#app/platform/clock.ts'
import type { Db } from '#db/client.server.ts'
import {
  aCoordinator,
  anEdition,
  anOffering,
  aTeacher,
  aTeam,
  theTestRegion,
} from '#tests/support/builders.ts'
import { test } from '#tests/support/database.ts'
import { linkMailedTo, mails } from '#tests/support/mail.ts'

const day = 86_400_000
const halfDays = ['tue_afternoon' as const]

/** `people` who want to come, and a plan for a date six weeks from now. */
async function anOfferingThatPeopleWaitFor(db: Db, people: number, capacity: number) {
  await theTestRegion(db)
  const coordinator = await aCoordinator(db)
  const offering = await anOffering(db)
  const waiting: Actor[] = []
  for (let index = 0; index < people; index++) {
    const teacher = await aTeacher(db)
    await layInterest(db, teacher, offering, { people: 1, halfDays })
    waiting.push(teacher)
  }
  const plan = {
    capacity,
    minimum: 0,
    hasMeal: false,
    participantsNote: '',
    trainers: [],
    meetings: 1,
    everyWeeks: 1,
    skipHolidays: false,
    first: {
      day: dayOf(new Date(now().getTime() + 42 * day)),
      startsAt: '13:00',
      endsAt: '17:00',
      breakMinutes: 0,
      placeNote: 'Testplek',
    },
  }
  return { coordinator, offering, waiting, plan }
}

const enrolments = (db: Db, editionId: number) =>
  db
    .selectFrom('enrolment')
    .select(['id', 'personId', 'status', 'heldUntil'])
    .where('editionId', '=', editionId)
    .orderBy('id')
    .execute()
const edition = (db: Db, id: number) =>
  db
    .selectFrom('edition')
    .select(['status', 'placesHeld', 'waiting'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

test('planning from interest offers each a place for five days, in order; who does not fit stands first in line', async ({
  db,
}) => {
  const { coordinator, offering, waiting, plan } = await anOfferingThatPeopleWaitFor(db, 3, 2)
  await expect(planFromInterest(db, waiting[0] as Actor, offering.id, plan)).rejects.toMatchObject({
    status: 403,
  })
  const { editionId, ...done } = await planFromInterest(db, coordinator, offering.id, plan)
  expect(done).toEqual({ offered: 2, reserved: 0, waiting: 1 })
  const rows = await enrolments(db, editionId)
  expect(rows.map(({ personId, status }) => [personId, status])).toEqual([
    [waiting[0]?.personId, 'offered'],
    [waiting[1]?.personId, 'offered'],
    [waiting[2]?.personId, 'waitlisted'],
  ])
  const until = rows[0]?.heldUntil ?? now()
  expect(Math.round((until.getTime() - now().getTime()) / day)).toBe(5)
  const told = (await mails(db)).map(({ reason }) => reason)
  expect(told.filter((reason) => reason === 'enrolment.first-right')).toHaveLength(2)
  expect(told.filter((reason) => reason === 'enrolment.first-in-line')).toHaveLength(1)
  // Asked again, everyone stays as they are.
  const again = (await listInterested(db, offering.id)).map((row) => ({ ...row }))
  expect(await offerPlaces(db, coordinator, { id: editionId }, again)).toEqual({
    offered: 0,
    reserved: 0,
    waiting: 0,
  })
})

test('a newcomer does not get a place that is held, and gets it when it was not', async ({ db }) => {
  const { coordinator, offering, plan } = await anOfferingThatPeopleWaitFor(db, 2, 2)
  const { editionId } = await planFromInterest(db, coordinator, offering.id, plan)
  const newcomer = await aTeacher(db)
  expect(await enrol(db, newcomer, { id: editionId }, {})).toMatchObject({
    status: 'waitlisted',
    position: 1,
  })
  expect(await edition(db, editionId)).toMatchObject({ placesHeld: 2, waiting: 1 })
  // The control: the same edition without the offers has room.
  const free = await anEdition(db, { capacity: 2 })
  expect(await enrol(db, newcomer, free, {})).toMatchObject({ status: 'confirmed' })
})

test('after five days the place goes to the next, and accepting it then is too late', async ({ db }) => {
  const { coordinator, offering, waiting, plan } = await anOfferingThatPeopleWaitFor(db, 2, 1)
  const { editionId } = await planFromInterest(db, coordinator, offering.id, plan)
  const [first] = await enrolments(db, editionId)
  const planned = now()
  try {
    setClock(new Date(planned.getTime() + 4.5 * day))
    expect(await expireHolds(db)).toBe(0)
    expect(await remindOffers(db)).toBe(1)
    expect(await remindOffers(db)).toBe(0)
    setClock(new Date(planned.getTime() + 5 * day + 60_000))
    expect(await remindOffers(db)).toBe(0)
    await expect(acceptOffer(db, waiting[0] as Actor, { id: first?.id as number })).rejects.toThrow(
      'geldt niet meer',
    )
    await expireHolds(db)
  } finally {
    setClock(undefined)
  }
  expect((await enrolments(db, editionId)).map(({ status }) => status)).toEqual(['expired', 'confirmed'])
  expect((await mails(db)).filter(({ reason }) => reason === 'enrolment.offer-reminder')).toHaveLength(1)
  // Who did not answer still waits for another date; who has the place does not.
  const still = (await listInterested(db, offering.id)).map(({ personId }) => personId)
  expect(still).toEqual([waiting[0]?.personId])
})

test('accepting ends the interest, declining keeps it; pressed twice nothing happens twice', async ({
  db,
}) => {
  const { coordinator, offering, waiting, plan } = await anOfferingThatPeopleWaitFor(db, 2, 2)
  const { editionId } = await planFromInterest(db, coordinator, offering.id, plan)
  const [one, two] = await enrolments(db, editionId)
  const presses = [1, 2].map(() => acceptOffer(db, waiting[0] as Actor, { id: one?.id as number }))
  const outcomes = await Promise.allSettled(presses)
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  await declineOffer(db, waiting[1] as Actor, { id: two?.id as number })
  expect((await listInterested(db, offering.id)).map(({ personId }) => personId)).toEqual([
    waiting[1]?.personId,
  ])
  expect(await edition(db, editionId)).toMatchObject({ placesHeld: 1 })
})

test('a team that approves is asked when its member accepts, not before', async ({ db }) => {
  const { coordinator, offering, plan } = await anOfferingThatPeopleWaitFor(db, 0, 4)
  const team = await aTeam(db)
  const at = { organisationId: team.organisationId, teamId: team.id }
  const lead = await aTeacher(db, { ...at, role: 'team_lead' })
  const member = await aTeacher(db, at)
  await layInterest(db, member, offering, { people: 1, halfDays })
  const { editionId } = await planFromInterest(db, coordinator, offering.id, plan)
  const asked = async () => (await mails(db)).filter(({ personId }) => personId === lead.personId)
  expect(await asked()).toEqual([])
  const [offer] = await enrolments(db, editionId)
  await acceptOffer(db, member, { id: offer?.id as number })
  expect((await enrolments(db, editionId))[0]?.status).toBe('requested')
  expect((await asked()).map(({ reason }) => reason)).toEqual(['enrolment.approval-asked'])
})

async function aTeamWithPlacesHeld(db: Db, places: number, capacity: number) {
  const { coordinator, offering, plan } = await anOfferingThatPeopleWaitFor(db, 0, capacity)
  const team = await aTeam(db)
  const at = { organisationId: team.organisationId, teamId: team.id }
  const lead = await aTeacher(db, { ...at, role: 'team_lead' })
  const members = [await aTeacher(db, at), await aTeacher(db, at), await aTeacher(db, at)]
  await layInterest(db, lead, offering, { people: places, halfDays })
  const done = await planFromInterest(db, coordinator, offering.id, plan)
  return { offering, team, lead, members, done, editionId: done.editionId }
}

test('places that a lead asked for are held, and filled with names before any other', async ({ db }) => {
  const { offering, team, lead, members, done, editionId } = await aTeamWithPlacesHeld(db, 3, 3)
  expect(done).toMatchObject({ reserved: 3, offered: 0 })
  expect(await enrol(db, await aTeacher(db), { id: editionId }, {})).toMatchObject({ status: 'waitlisted' })
  const personIds = members.slice(0, 2).map(({ personId }) => personId)
  const enrolled = await enrolTeam(db, lead, { id: editionId }, { teamId: team.id, personIds })
  expect(enrolled.map(({ position }) => position)).toEqual([0, 0])
  expect(await edition(db, editionId)).toMatchObject({ placesHeld: 3, waiting: 1 })
  expect(await listInterested(db, offering.id)).toEqual([])
  await releasePlaces(db, lead, { id: editionId }, { teamId: team.id })
  // What the team gave back went to who waited.
  expect(await edition(db, editionId)).toMatchObject({ placesHeld: 3, waiting: 0 })
  await expect(releasePlaces(db, lead, { id: editionId }, { teamId: team.id })).rejects.toThrow(
    'geen plekken meer',
  )
})

test('places that no lead named people for are free again after five days', async ({ db }) => {
  const { lead, editionId } = await aTeamWithPlacesHeld(db, 2, 4)
  try {
    setClock(new Date(now().getTime() + 5 * day + 60_000))
    await expireHolds(db)
  } finally {
    setClock(undefined)
  }
  expect(await edition(db, editionId)).toMatchObject({ placesHeld: 0 })
  const told = (await mails(db)).filter(({ personId }) => personId === lead.personId)
  expect(told.at(-1)?.reason).toBe('edition.reservation-lapsed')
})

test('the mail about what is called off brings one back on the list with one press', async ({ db }) => {
  await theTestRegion(db)
  const [coordinator, teacher, offering] = [await aCoordinator(db), await aTeacher(db), await anOffering(db)]
  const { address } = await db
    .selectFrom('emailAddress')
    .select('address')
    .where('personId', '=', teacher.personId)
    .executeTakeFirstOrThrow()
  const off = await anEdition(db, { offeringId: offering.id })
  const full = await anEdition(db, { offeringId: offering.id, capacity: 1 })
  await enrol(db, await aTeacher(db), full, {})
  await enrol(db, teacher, off, {})
  await cancelEdition(db, coordinator, off, { reason: 'Te weinig aanmeldingen.' })
  const mail = (await mails(db)).findLast(({ recipient }) => recipient === address)
  expect(mail?.bodyText).toContain('geen andere datum met plek')
  const token = (await linkMailedTo(db, address)).split('/').at(-1) as string
  await showInterestAgain(db, token, { halfDays })
  expect(await listInterested(db, offering.id)).toMatchObject([{ personId: teacher.personId, halfDays }])
  await expect(showInterestAgain(db, token, { halfDays })).rejects.toThrow('werkt niet meer')
})

test('deciding twice at once is deciding once, and a page left open does not call off what goes ahead', async ({
  db,
}) => {
  await theTestRegion(db)
  const coordinator = await aCoordinator(db)
  const current = await anEdition(db)
  const going = () => letEditionGoAhead(db, coordinator, current)
  const outcomes = await Promise.allSettled([going(), going()])
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const cancel = { reason: 'Te weinig aanmeldingen.', seen: 'open' as const }
  await expect(cancelEdition(db, coordinator, current, cancel)).rejects.toThrow('Intussen')
})

test('who leaves while it is called off leaves or is told, and never both', async ({ db }) => {
  await theTestRegion(db)
  const [coordinator, teacher] = [await aCoordinator(db), await aTeacher(db)]
  const current = await anEdition(db)
  const { id } = await enrol(db, teacher, current, {})
  const [left, called] = await Promise.allSettled([
    withdraw(db, teacher, { id }, {}),
    cancelEdition(db, coordinator, current, { reason: 'Ziek.' }),
  ])
  expect(called.status).toBe('fulfilled')
  const told = (await mails(db)).filter(({ reason }) => reason === 'enrolment.cancelled')
  expect(told).toHaveLength(left.status === 'fulfilled' ? 0 : 1)
  expect(await edition(db, current.id)).toMatchObject({ status: 'cancelled', placesHeld: 0 })
})
