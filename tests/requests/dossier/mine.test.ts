import { expect } from 'vitest'
import {
  aMeeting,
  anEdition,
  anEnrolment,
  aPerson,
  aTeacher,
  theTestRegion,
} from '#tests/support/builders.ts'
import { test } from '#tests/support/portal.ts'

const hours = (amount: number) => new Date(Date.now() + amount * 3_600_000)

test('a visitor is sent to the login page, whichever way it is asked', async ({ db, portal }) => {
  await theTestRegion(db)
  const page = await portal.get('/mijn')
  expect([page.status, page.headers.get('Location')]).toEqual([302, '/inloggen?verder=%2Fmijn'])
  expect(await (await portal.get('/mijn.data')).text()).not.toContain('meetings')
  expect(await (await portal.get('/mijn.data?_routes=routes%2Fdossier%2Fmine')).text()).not.toContain(
    'meetings',
  )
  expect((await portal.post('/mijn', { act: 'keep', questionId: '1' })).status).toBe(302)
})

test('what comes stands there, and who cannot be there says so with one press', async ({ db, portal }) => {
  await theTestRegion(db)
  const teacher = await aTeacher(db)
  const edition = await anEdition(db)
  const meeting = await aMeeting(db, { editionId: edition.id, startsAt: hours(24 * 40) })
  const place = await anEnrolment(db, { editionId: edition.id, personId: teacher.personId })
  const visitor = await portal.as(teacher.personId)
  const text = await (await visitor.get('/mijn')).text()
  expect(text).toContain('bijeenkomst 2 van 2')
  const about = { enrolmentId: String(place.id), meetingId: String(meeting.id) }
  for (let press = 0; press < 2; press++) {
    expect((await visitor.post('/mijn', { act: 'report-absence', ...about })).status).toBe(303)
  }
  expect(await db.selectFrom('absenceNotice').select('meetingId').execute()).toEqual([
    { meetingId: meeting.id },
  ])
  expect(await (await visitor.get('/mijn')).text()).toContain('je bent er niet bij')
  await visitor.post('/mijn', { act: 'withdraw-absence', ...about })
  expect(await db.selectFrom('absenceNotice').selectAll().execute()).toEqual([])
})

test('nobody reports or answers for another', async ({ db, portal }) => {
  await theTestRegion(db)
  const edition = await anEdition(db)
  const meeting = await db
    .selectFrom('meeting')
    .selectAll()
    .where('editionId', '=', edition.id)
    .executeTakeFirstOrThrow()
  const place = await anEnrolment(db, { editionId: edition.id })
  const offer = await anEnrolment(db, { editionId: edition.id, status: 'offered' })
  const stranger = await portal.as((await aTeacher(db)).personId)
  const absence = { act: 'report-absence', enrolmentId: String(place.id), meetingId: String(meeting.id) }
  expect((await stranger.post('/mijn', absence)).status).toBe(403)
  expect((await stranger.post('/mijn', { act: 'accept-offer', enrolmentId: String(offer.id) })).status).toBe(
    403,
  )
  expect((await stranger.post('/mijn', { act: 'accept-substitution', substitutionId: '9' })).status).toBe(404)
  expect((await stranger.post('/mijn', { act: 'burn-down' })).status).toBe(422)
  expect(
    (await stranger.post('/mijn', { act: 'report-absence', enrolmentId: 'x', meetingId: '-1' })).status,
  ).toBe(422)
})

test('an offer stands on top, and taking it gives the place', async ({ db, portal }) => {
  await theTestRegion(db)
  const person = await aPerson(db)
  const edition = await anEdition(db, { capacity: 1 })
  const offer = await anEnrolment(db, { editionId: edition.id, personId: person.id, status: 'offered' })
  const visitor = await portal.as(person.id)
  expect(await (await visitor.get('/mijn')).text()).toContain('Er is een plek voor je')
  await visitor.post('/mijn', { act: 'accept-offer', enrolmentId: String(offer.id) })
  const row = await db
    .selectFrom('enrolment')
    .select('status')
    .where('id', '=', offer.id)
    .executeTakeFirstOrThrow()
  expect(row.status).toBe('confirmed')
})

test('who waits sees their place in line', async ({ db, portal }) => {
  await theTestRegion(db)
  const person = await aPerson(db)
  const edition = await anEdition(db, { capacity: 1 })
  for (const personId of [undefined, person.id]) {
    await anEnrolment(db, { editionId: edition.id, status: 'waitlisted', ...(personId && { personId }) })
  }
  const text = await (await (await portal.as(person.id)).get('/mijn')).text()
  expect(text.replaceAll('<!-- -->', '')).toContain('wachtlijst, plek 2')
})
