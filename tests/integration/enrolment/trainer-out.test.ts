import { describe, expect } from 'vitest'
import { addMeetingAndTell } from '#app/features/enrolment/add-meeting-and-tell.server.ts'
import { listCalls } from '#app/features/enrolment/call-queries.server.ts'
import { cancelEdition } from '#app/features/enrolment/cancel-edition.server.ts'
import { cancelMeeting } from '#app/features/enrolment/cancel-meeting.server.ts'
import { changeEdition } from '#app/features/enrolment/change-edition.server.ts'
import { markReached } from '#app/features/enrolment/mark-reached.server.ts'
import { moveMeeting } from '#app/features/enrolment/move-meeting.server.ts'
import { replaceTrainer } from '#app/features/enrolment/replace-trainer.server.ts'
import { reportTrainerOut } from '#app/features/enrolment/report-trainer-out.server.ts'
import { listStandIns } from '#app/features/enrolment/trainer-queries.server.ts'
import { now } from '#app/platform/clock.ts'
import type { Db } from '#db/client.server.ts'
import {
  aCoordinator,
  actorOf,
  aMeeting,
  aMembership,
  anEdition,
  anEnrolment,
  aPerson,
  theTestRegion,
} from '#tests/support/builders.ts'
import { test } from '#tests/support/database.ts'
import { mails } from '#tests/support/mail.ts'

const inHours = (hours: number) => new Date(now().getTime() + hours * 3_600_000)

async function aTrainer(db: Db, givenName: string) {
  const person = await aPerson(db, {
    givenName,
    familyName: 'Voorbeeld',
    address: `${givenName}@centrum.example`.toLowerCase(),
  })
  await aMembership(db, { personId: person.id, role: 'trainer' })
  return person
}

const standsBefore = (db: Db, meetingId: number, personId: number) =>
  db.insertInto('meetingTrainer').values({ meetingId, personId, during: 'empty' }).execute()

/** A meeting in three hours of an edition with two trainers, of whom the first stands before it. */
async function thisMorning(db: Db) {
  await theTestRegion(db)
  const [ill, co, other] = [await aTrainer(db, 'Iris'), await aTrainer(db, 'Cor'), await aTrainer(db, 'Otto')]
  const edition = await anEdition(db, { trainerId: ill.id, startsAt: inHours(3) })
  await db.insertInto('editionTrainer').values({ editionId: edition.id, personId: co.id }).execute()
  const meetings = db.selectFrom('meeting').select('id').where('editionId', '=', edition.id)
  const { id } = await meetings.executeTakeFirstOrThrow()
  await standsBefore(db, id, ill.id)
  const reader = await aPerson(db, { address: 'deelnemer@school.example' })
  await anEnrolment(db, { editionId: edition.id, personId: reader.id })
  const waiting = await aPerson(db, { address: 'wachter@school.example' })
  await anEnrolment(db, { editionId: edition.id, personId: waiting.id, status: 'waitlisted' })
  const coordinator = await aCoordinator(db)
  return { ill, co, other, edition, meeting: { id }, coordinator, reader }
}

const told = async (db: Db) =>
  Object.fromEntries(
    (await mails(db)).map(({ recipient, title }) => [recipient.split('@')[0], title.split(':')[0]]),
  )
const trainersOf = async (db: Db, meetingId: number) =>
  (await db.selectFrom('meetingTrainer').select('personId').where('meetingId', '=', meetingId).execute()).map(
    ({ personId }) => personId,
  )

describe('a trainer who falls out', () => {
  test('can be replaced by who is free then: co-trainers first, nobody who stands or sits elsewhere', async ({
    db,
  }) => {
    const { co, other, meeting } = await thisMorning(db)
    const busy = await aTrainer(db, 'Bea')
    const elsewhere = await anEdition(db, { startsAt: inHours(4) })
    const { id } = await aMeeting(db, { editionId: elsewhere.id, startsAt: inHours(4.5) })
    await standsBefore(db, id, busy.id)
    const learning = await aTrainer(db, 'Lia')
    await anEnrolment(db, { editionId: elsewhere.id, personId: learning.id })
    expect((await listStandIns(db, meeting.id)).map(({ personId }) => personId)).toEqual([co.id, other.id])
    expect(await listStandIns(db, meeting.id, { onlyCoTrainers: true })).toHaveLength(1)
  })

  test('is replaced by a coordinator: both hear it, and the participants hear who comes, not why', async ({
    db,
  }) => {
    const { ill, other, meeting, coordinator } = await thisMorning(db)
    const outcome = await replaceTrainer(db, coordinator, meeting, { outId: ill.id, inId: other.id })
    expect(outcome).toMatchObject({ comes: 'Otto Voorbeeld', told: 1 })
    expect(await trainersOf(db, meeting.id)).toEqual([other.id])
    expect(await told(db)).toEqual({
      deelnemer: 'Andere trainer',
      otto: 'Jij valt in',
      iris: 'Iemand valt voor je in',
    })
    expect((await mails(db)).map(({ bodyText }) => bodyText).join()).not.toMatch(/ziek/i)
    const again = replaceTrainer(db, coordinator, meeting, { outId: ill.id, inId: other.id })
    await expect(again).rejects.toThrow('niet (meer) vrij')
    expect(await mails(db)).toHaveLength(3)
  })

  test('of two who choose at once, one gets their way', async ({ db }) => {
    const { ill, co, other, meeting, coordinator } = await thisMorning(db)
    const outcomes = await Promise.allSettled(
      [co, other].map(({ id }) => replaceTrainer(db, coordinator, meeting, { outId: ill.id, inId: id })),
    )
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await trainersOf(db, meeting.id)).toHaveLength(1)
  })

  test('hands their own meeting to a co-trainer, and nobody else’s, and to nobody else', async ({ db }) => {
    const { ill, co, other, meeting, coordinator } = await thisMorning(db)
    const [self, colleague] = [await actorOf(db, ill.id), await actorOf(db, co.id)]
    const refused = { status: 403 }
    await expect(replaceTrainer(db, self, meeting, { outId: ill.id, inId: other.id })).rejects.toMatchObject(
      refused,
    )
    await expect(
      replaceTrainer(db, colleague, meeting, { outId: ill.id, inId: co.id }),
    ).rejects.toMatchObject(refused)
    await expect(reportTrainerOut(db, colleague, meeting, { personId: ill.id })).rejects.toMatchObject(
      refused,
    )
    await replaceTrainer(db, self, meeting, { outId: ill.id, inId: co.id })
    expect(await trainersOf(db, meeting.id)).toEqual([co.id])
    const coordinators = (await mails(db)).filter(({ personId }) => personId === coordinator.personId)
    expect(coordinators.map(({ title }) => title.split(':')[0])).toEqual(['Trainer vervangen'])
  })

  test('who reports it leaves the meeting without a trainer, and every coordinator has a mail at once', async ({
    db,
  }) => {
    const { ill, meeting, coordinator, other } = await thisMorning(db)
    await db
      .updateTable('person')
      .set({ mailChoice: 'digest' })
      .where('id', '=', coordinator.personId)
      .execute()
    await reportTrainerOut(db, await actorOf(db, ill.id), meeting, { personId: ill.id })
    expect(await trainersOf(db, meeting.id)).toEqual([])
    const [mail, ...rest] = await db.selectFrom('outbox').selectAll().execute()
    expect(rest).toEqual([])
    expect(mail).toMatchObject({ personId: coordinator.personId, inDigest: false })
    expect(mail?.bodyText).toContain(`/lesgeven/bijeenkomsten/${meeting.id}/trainer-valt-uit`)
    await replaceTrainer(db, coordinator, meeting, { inId: other.id })
    expect(await trainersOf(db, meeting.id)).toEqual([other.id])
  })
})

describe('at the last moment', () => {
  test('whoever is to be rung stays on the list when it is all called off, and can be ticked off', async ({
    db,
  }) => {
    const { edition, meeting, coordinator, reader, other } = await thisMorning(db)
    await db.updateTable('person').set({ telephone: '06 11111111' }).where('id', '=', reader.id).execute()
    await cancelEdition(db, coordinator, edition, { reason: 'Geen trainer.' })
    const [call, ...rest] = await listCalls(db, meeting.id)
    expect(rest.filter(({ telephone }) => telephone)).toEqual([])
    expect(call).toMatchObject({ telephone: '06 11111111', reachedAt: null })
    const tick = { enrolmentId: call!.enrolmentId, reached: true }
    const stranger = await actorOf(db, other.id)
    await expect(markReached(db, stranger, meeting.id, tick)).rejects.toMatchObject({ status: 403 })
    for (const _ of [1, 2]) await markReached(db, coordinator, meeting.id, tick)
    expect((await listCalls(db, meeting.id))[0]).toMatchObject({ reachedBy: coordinator.name })
    await markReached(db, coordinator, meeting.id, { ...tick, reached: false })
    expect((await listCalls(db, meeting.id))[0]?.reachedAt).toBeNull()
  })
})

describe('who waits in line', () => {
  test('reads of a change in words that fit', async ({ db }) => {
    const { edition, meeting, coordinator } = await thisMorning(db)
    const waits = async () =>
      (await mails(db)).filter(({ recipient }) => recipient === 'wachter@school.example').at(-1)
    const place = { breakMinutes: 0, roomId: null, placeNote: 'De aula' }
    await moveMeeting(db, coordinator, meeting, { startsAt: inHours(5), endsAt: inHours(6), ...place })
    expect((await waits())?.bodyText).toContain('Dan kun je van de wachtlijst af.')
    const added = {
      day: '2027-03-10',
      startsAt: '09:00',
      endsAt: '12:00',
      breakMinutes: 0,
      placeNote: 'De aula',
    }
    expect(await addMeetingAndTell(db, coordinator, edition.id, added)).toMatchObject({ told: 2 })
    expect((await waits())?.title).toContain('Er komt een bijeenkomst bij')
    expect((await waits())?.bodyText).toContain('10 maart')
    await cancelMeeting(db, coordinator, meeting, { reason: 'Storm.' })
    expect((await waits())?.bodyText).toContain('Je staat nog op de wachtlijst.')
    await cancelEdition(db, coordinator, edition, { reason: 'Storm.' })
    expect((await waits())?.bodyText).toContain('Je stond op de wachtlijst')
    const others = await db.selectFrom('outbox').select('id').where('editionId', 'is', null).execute()
    expect(others, 'everything stands with the edition').toEqual([])
  })
})

test('another trainer of the whole edition is told to who takes part, and to both', async ({ db }) => {
  const { ill, co, other, edition, coordinator } = await thisMorning(db)
  const input = { minimum: 0, hasMeal: false, participantsNote: '', trainers: [co.id, other.id] }
  expect(await changeEdition(db, coordinator, edition, input)).toEqual({ told: 1 })
  expect(await told(db)).toEqual({
    deelnemer: 'Andere trainer',
    otto: 'Jij bent trainer van',
    iris: 'Je bent geen trainer meer van',
  })
  expect(await changeEdition(db, coordinator, edition, input)).toEqual({ told: 0 })
  expect(ill.id).not.toBe(other.id)
})
