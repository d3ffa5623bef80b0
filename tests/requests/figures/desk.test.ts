import { describe, expect } from 'vitest'
import type { Db } from '#db/client.server.ts'
import {
  aCoordinator,
  aMeeting,
  aMembership,
  anAdministrator,
  anEdition,
  anEnrolment,
  aPerson,
  aTeacher,
  aTeam,
  dayFromNow,
  theTestRegion,
} from '#tests/support/builders.ts'
import { mails } from '#tests/support/mail.ts'
import { test } from '#tests/support/portal.ts'

const day = 86_400_000
const inDays = (days: number) => new Date(Date.now() + days * day)

/** Somebody who asked for a place so many days ago. */
async function aRequest(db: Db, daysAgo: number) {
  const team = await aTeam(db)
  const person = await aTeacher(db, { organisationId: team.organisationId, teamId: team.id })
  const edition = await anEdition(db)
  const enrolment = await anEnrolment(db, {
    editionId: edition.id,
    personId: person.personId,
    organisationId: team.organisationId,
    teamId: team.id,
    status: 'requested',
  })
  await db
    .updateTable('enrolment')
    .set({ approval: 'pending', approvalAskedAt: inDays(-daysAgo) })
    .where('id', '=', enrolment.id)
    .execute()
  return { ...enrolment, name: person.name }
}

async function aRefusedMail(db: Db, person: { id: number; address: string }) {
  return db
    .insertInto('outbox')
    .values({
      reason: 'test',
      subjectKey: `test:${person.id}`,
      personId: person.id,
      recipient: person.address,
      title: 'Je hebt een plek',
      bodyText: '',
      bodyHtml: '',
      refusedAt: new Date(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
}

const statusOf = async (db: Db, table: 'enrolment' | 'edition', id: number) =>
  (await db.selectFrom(table).select('status').where('id', '=', id).executeTakeFirstOrThrow()).status

describe('each thing on the desk is finished from there', () => {
  test('a request that lies for more than three days: yes, or no with a reason', async ({ db, portal }) => {
    await theTestRegion(db)
    const desk = await portal.as((await aCoordinator(db)).personId)
    const [old, other, young] = [await aRequest(db, 4), await aRequest(db, 5), await aRequest(db, 2)]
    const page = await (await desk.get('/beheer')).text()
    expect(page).toContain(old.name)
    expect(page).not.toContain(young.name)

    expect((await desk.post('/beheer', { act: 'approve', id: String(old.id) })).status).toBe(303)
    expect(await statusOf(db, 'enrolment', old.id)).toBe('confirmed')
    const again = await desk.post('/beheer', { act: 'approve', id: String(old.id) })
    expect(again.status).toBe(422)

    const without = await desk.post('/beheer', { act: 'decline', id: String(other.id), reason: ' ' })
    expect([without.status, await statusOf(db, 'enrolment', other.id)]).toEqual([422, 'requested'])
    await desk.post('/beheer', { act: 'decline', id: String(other.id), reason: 'Die week zijn er examens.' })
    expect(await statusOf(db, 'enrolment', other.id)).toBe('declined')
    expect(await (await desk.get('/beheer')).text()).toContain('Er ligt niets te wachten.')
  })

  test('an edition at its decide-day goes ahead, or does not', async ({ db, portal }) => {
    await theTestRegion(db)
    const desk = await portal.as((await aCoordinator(db)).personId)
    const editions = [await anEdition(db, { minimum: 6 }), await anEdition(db, { minimum: 6 })]
    await db
      .updateTable('edition')
      .set({ decideOn: dayFromNow(2) })
      .execute()
    const [first, second] = editions.map(({ id }) => id) as [number, number]
    await anEnrolment(db, { editionId: second })
    expect(await (await desk.get('/beheer')).text()).toContain('nog 6 nodig')

    await desk.post('/beheer', { act: 'go-ahead', id: String(first) })
    expect(await statusOf(db, 'edition', first)).toBe('going_ahead')
    // Somebody who had the page open still cannot call it off from there.
    const late = await desk.post('/beheer', { act: 'cancel', id: String(first), reason: 'Te weinig.' })
    expect([late.status, await statusOf(db, 'edition', first)]).toEqual([422, 'going_ahead'])

    await desk.post('/beheer', { act: 'cancel', id: String(second), reason: 'Te weinig deelnemers.' })
    expect(await statusOf(db, 'edition', second)).toBe('cancelled')
    expect((await mails(db)).filter(({ reason }) => reason === 'enrolment.cancelled')).toHaveLength(1)
  })

  test('an offered place is reminded of once, and can be withdrawn while nobody answered', async ({
    db,
    portal,
  }) => {
    await theTestRegion(db)
    const desk = await portal.as((await aCoordinator(db)).personId)
    const edition = await anEdition(db, { capacity: 1 })
    const offered = await anEnrolment(db, { editionId: edition.id, status: 'offered' })
    const waiting = await anEnrolment(db, { editionId: edition.id, status: 'waitlisted' })
    const remind = () => desk.post('/beheer', { act: 'remind-offer', id: String(offered.id) })
    expect([(await remind()).status, (await remind()).status]).toEqual([303, 422])
    const reminders = (await mails(db)).filter(({ reason }) => reason === 'enrolment.offer-reminder')
    expect(reminders.map(({ personId }) => personId)).toEqual([offered.personId])
    expect(await (await desk.get('/beheer')).text()).toContain('herinnerd')

    const withdraw = { act: 'withdraw-offer', id: String(offered.id), reason: 'Geen gehoor.' }
    await desk.post('/beheer', withdraw)
    expect(await statusOf(db, 'enrolment', offered.id)).toBe('cancelled')
    expect(await statusOf(db, 'enrolment', waiting.id)).toBe('confirmed')
  })

  test('a place that was accepted meanwhile is not withdrawn', async ({ db, portal }) => {
    await theTestRegion(db)
    const desk = await portal.as((await aCoordinator(db)).personId)
    const edition = await anEdition(db)
    const accepted = await anEnrolment(db, { editionId: edition.id, status: 'confirmed' })
    const late = await desk.post('/beheer', {
      act: 'withdraw-offer',
      id: String(accepted.id),
      reason: 'Geen gehoor.',
    })
    expect([late.status, await statusOf(db, 'enrolment', accepted.id)]).toEqual([422, 'confirmed'])
  })

  test('a meeting without a trainer gets one who is free then', async ({ db, portal }) => {
    await theTestRegion(db)
    const desk = await portal.as((await aCoordinator(db)).personId)
    const edition = await anEdition(db, { meeting: false })
    const meeting = await aMeeting(db, { editionId: edition.id, startsAt: inDays(5) })
    const trainers = []
    for (const familyName of ['Vrij', 'Bezet']) {
      const person = await aPerson(db, { givenName: 'Trainer', familyName })
      await aMembership(db, { personId: person.id, role: 'trainer' })
      trainers.push(person)
    }
    const [free, busy] = trainers as [(typeof trainers)[0], (typeof trainers)[0]]
    const elsewhere = await aMeeting(db, {
      editionId: (await anEdition(db, { meeting: false })).id,
      startsAt: meeting.startsAt,
    })
    await db
      .insertInto('meetingTrainer')
      .values({ meetingId: elsewhere.id, personId: busy.id, during: 'empty' })
      .execute()
    const page = await (await desk.get('/beheer')).text()
    expect(page).toContain('Trainer Vrij')
    expect(page).not.toContain('Trainer Bezet')

    const choose = (personId: number) =>
      desk.post('/beheer', { act: 'assign-trainer', id: String(meeting.id), personId: String(personId) })
    expect((await choose(busy.id)).status).toBe(422)
    expect([(await choose(free.id)).status, (await choose(free.id)).status]).toEqual([303, 422])
    const told = (await mails(db)).filter(({ reason }) => reason === 'meeting.trainer-assigned')
    expect(told.map(({ personId }) => personId)).toEqual([free.id])
  })

  test('a refused mail gets another address, or is seen to', async ({ db, portal }) => {
    await theTestRegion(db)
    const desk = await portal.as((await aCoordinator(db)).personId)
    const person = await aPerson(db)
    const mail = await aRefusedMail(db, person)
    const give = (address: string) =>
      desk.post('/beheer', { act: 'give-address', id: String(mail.id), personId: String(person.id), address })
    const wrong = await give('geen adres')
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('value="geen adres"')
    expect((await give('nieuw@test.example')).status).toBe(303)
    const addresses = await db
      .selectFrom('emailAddress')
      .select('address')
      .where('personId', '=', person.id)
      .execute()
    expect(addresses.map(({ address }) => address)).toContain('nieuw@test.example')
    expect(await (await desk.get('/beheer')).text()).toContain('Er ligt niets te wachten.')

    const other = await aRefusedMail(db, await aPerson(db))
    expect((await desk.post('/beheer', { act: 'mail-seen', id: String(other.id) })).status).toBe(303)
  })

  test('a visitor’s message is read, answered and handled', async ({ db, portal }) => {
    await theTestRegion(db)
    const desk = await portal.as((await aCoordinator(db)).personId)
    const { id } = await db
      .insertInto('contactMessage')
      .values({ topic: 'question', name: 'Anja', email: 'anja@test.example', message: 'Hoe doe ik mee?' })
      .returning('id')
      .executeTakeFirstOrThrow()
    const page = await (await desk.get('/beheer')).text()
    expect(page).toContain('Hoe doe ik mee?')
    expect(page).toContain('mailto:anja%40test.example')
    await desk.post('/beheer', { act: 'message-handled', id: String(id), note: 'Gebeld.' })
    expect(await db.selectFrom('contactMessage').select(['handledNote']).executeTakeFirstOrThrow()).toEqual({
      handledNote: 'Gebeld.',
    })
  })

  test('a school that nobody knows is dismissed', async ({ db, portal }) => {
    await theTestRegion(db)
    const desk = await portal.as((await aCoordinator(db)).personId)
    const { id } = await db
      .insertInto('organisationSuggestion')
      .values({ personId: (await aPerson(db)).id, name: 'Grapschool', town: 'Nergens', role: 'teacher' })
      .returning('id')
      .executeTakeFirstOrThrow()
    expect(await (await desk.get('/beheer')).text()).toContain('Grapschool, Nergens')
    expect((await desk.post('/beheer', { act: 'dismiss-suggestion', id: String(id) })).status).toBe(303)
    expect((await desk.post('/beheer', { act: 'dismiss-suggestion', id: String(id) })).status).toBe(404)
  })
})

describe('the desk', () => {
  test('shows a few of each kind, and the others one press away', async ({ db, portal }) => {
    await theTestRegion(db)
    const desk = await portal.as((await aCoordinator(db)).personId)
    const values = Array.from({ length: 9 }, (_, n) => ({
      topic: 'question' as const,
      name: `Vrager ${n}`,
      email: 'vraag@test.example',
      message: 'Een vraag.',
    }))
    await db.insertInto('contactMessage').values(values).execute()
    const few = await (await desk.get('/beheer')).text()
    expect([few.includes('Vrager 3'), few.includes('Vrager 4')]).toEqual([true, false])
    expect(few).toContain('En nog 5 andere')
    expect(await (await desk.get('/beheer?toon=berichten')).text()).toContain('Vrager 8')
  })

  test('of an administrator who coordinates nothing holds only refused mail, and coordinates nothing', async ({
    db,
    portal,
  }) => {
    await theTestRegion(db)
    const administrator = await portal.as((await anAdministrator(db)).personId)
    const request = await aRequest(db, 9)
    await aRefusedMail(db, await aPerson(db, { givenName: 'Jelle', familyName: 'Weg' }))
    const page = await (await administrator.get('/beheer')).text()
    expect(page).toContain('Jelle Weg')
    expect(page).not.toContain(request.name)
    const edition = await anEdition(db)
    const message = await administrator.post('/beheer', { act: 'go-ahead', id: String(edition.id) })
    expect(message.status).toBe(403)
    for (const act of ['approve', 'remind-offer', 'dismiss-suggestion', 'message-handled']) {
      expect([act, (await administrator.post('/beheer', { act, id: String(request.id) })).status]).toEqual([
        act,
        403,
      ])
    }
    expect(await statusOf(db, 'enrolment', request.id)).toBe('requested')
  })

  test('does not let a coordinator change with what an administrator logs in', async ({ db, portal }) => {
    await theTestRegion(db)
    const desk = await portal.as((await aCoordinator(db)).personId)
    const { personId } = await anAdministrator(db)
    const mail = await aRefusedMail(db, { id: personId, address: 'weg@test.example' })
    expect(await (await desk.get('/beheer')).text()).not.toContain('Geef het goede adres')
    const given = await desk.post('/beheer', {
      act: 'give-address',
      id: String(mail.id),
      personId: String(personId),
      address: 'mijn@test.example',
    })
    expect(given.status).toBe(403)
    const { handledAt } = await db
      .selectFrom('outbox')
      .select('handledAt')
      .where('id', '=', mail.id)
      .executeTakeFirstOrThrow()
    expect(handledAt).toBeNull()
  })

  test('refuses an act that is none', async ({ db, portal }) => {
    await theTestRegion(db)
    const desk = await portal.as((await aCoordinator(db)).personId)
    for (const form of [
      {},
      { act: 'iets' },
      { act: 'approve' },
      { act: 'approve', id: '-1' },
      { act: 'approve', id: '999999' },
    ]) {
      expect((await desk.post('/beheer', form as Record<string, string>)).status).toBeOneOf([404, 422])
    }
  })
})
