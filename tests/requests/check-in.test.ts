import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { stepAt } from '#app/features/check-in/check-in.ts'
import { codeOfStep } from '#app/features/check-in/check-in-code.server.ts'
import { secretOf } from '#app/features/check-in/check-in-secret.server.ts'
import { checkInTexts } from '#app/features/check-in/check-in-texts.ts'
import { checkInLink } from '#app/features/enrolment/check-in-link.server.ts'
import { paths } from '#app/paths.ts'
import type { Db } from '#db/client.server.ts'
import { aMeeting, anEdition, anEnrolment, aPerson, theTestRegion } from '#tests/support/builders.ts'
import { test } from '#tests/support/portal.ts'

const minutes = (count: number) => new Date(Date.now() + count * 60_000)

/** A meeting that began ten minutes ago. */
async function aMeetingNow(db: Db) {
  await theTestRegion(db)
  const edition = await anEdition(db, { meeting: false, trainerId: (await aPerson(db)).id })
  const meeting = await aMeeting(db, { editionId: edition.id, startsAt: minutes(-10) })
  const enrolment = await anEnrolment(db, { editionId: edition.id })
  const secret = await secretOf(db, meeting.id)
  const code = (ago = 0) => codeOfStep(secret, stepAt(minutes(-ago)))
  return { meeting, enrolment, code }
}
const states = async (db: Db) =>
  (await db.selectFrom('checkIn').select('state').execute()).map((it) => it.state)
const mark = () => ({ as: 0, code: '', kept: false })

test('the code of the screen, opened by somebody who is logged in, checks in at a press', async ({
  db,
  portal,
}) => {
  const { meeting, enrolment, code } = await aMeetingNow(db)
  const visitor = await portal.as(enrolment.personId)
  const page = await visitor.get(`${paths.checkInAt(meeting.id)}?code=${code()}`)
  expect(await page.text()).toContain('name="ticket"')
  expect(await states(db), 'opening it does nothing').toEqual([])
  const pressed = await visitor.post(paths.checkInAt(meeting.id), { code: code() })
  expect(pressed.status).toBe(303)
  expect(await states(db)).toEqual(['accepted'])
  expect(await (await visitor.get(paths.checkInAt(meeting.id))).text()).toContain('Je bent ingecheckt.')
})

test('the personal link needs no login, and whoever makes one up gets nowhere', async ({ db, portal }) => {
  const { enrolment, code } = await aMeetingNow(db)
  const link = checkInLink(enrolment.id)
  expect((await portal.post(link.replace(/.$/, '!'), { code: code() })).status).toBe(404)
  expect((await portal.get('/inchecken/ik/1.abc')).status).toBe(410)
  const page = await portal.get(link)
  expect(page.status).toBe(200)
  expect(page.headers.get('Cache-Control')).toBe('private, no-store')
  const wrong = await portal.post(link, { code: 'BCDFGH' })
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain(checkInTexts.wrongCode)
  expect((await portal.post(link, { code: code() })).status).toBe(303)
  expect(await states(db)).toEqual(['accepted'])
})

test('a visitor is asked who they are, and keeps the ticket while logging in', async ({ db, portal }) => {
  const { meeting, code } = await aMeetingNow(db)
  const text = await (await portal.get(`${paths.checkInAt(meeting.id)}?code=${code()}`)).text()
  expect(text).toContain('Wie ben je?')
  expect(text).toMatch(/verder=%2Finchecken%2F\d+%3Fcode%3D[A-Z]{6}%26kaartje%3D/)
})

test('who is not on the list is sent to the trainer', async ({ db, portal }) => {
  const { meeting, code } = await aMeetingNow(db)
  const stranger = await portal.as((await aPerson(db)).id)
  const page = await (await stranger.get(`${paths.checkInAt(meeting.id)}?code=${code()}`)).text()
  expect(page).toContain(checkInTexts.notOnTheList)
  const sent = await stranger.post(paths.checkInAt(meeting.id), { code: code() })
  expect(sent.status).toBe(422)
  expect(await states(db)).toEqual([])
})

test('a telephone sends what it kept for who it is, and for nobody else', async ({ db, portal }) => {
  const { meeting, enrolment, code } = await aMeetingNow(db)
  const url = paths.keptCheckIn(meeting.id)
  const body = { ...mark(), as: enrolment.id, code: code(4), kept: true }
  const visitor = await portal.as(enrolment.personId)
  const headers = { 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'same-origin' }
  const send = (from: Pick<typeof visitor, 'fetch'>, value: unknown) =>
    from.fetch(url, { method: 'POST', body: JSON.stringify(value), headers })
  expect((await send(portal, body)).status).toBe(401)
  expect((await send(await portal.as((await aPerson(db)).id), body)).status).toBe(401)
  for (const rubbish of [null, {}, { ...body, as: 'x' }, { ...body, code: 7 }, randomUUID()]) {
    expect((await send(visitor, rubbish)).status).toBe(400)
  }
  expect((await send(visitor, { ...body, kept: false })).status, 'old, and not kept').toBe(422)
  expect(await (await send(visitor, body)).json()).toMatchObject({ state: 'to_confirm', already: false })
  expect(await (await send(visitor, body)).json()).toMatchObject({ state: 'to_confirm', already: true })
  expect(await states(db)).toEqual(['to_confirm'])
})
