import { describe, expect } from 'vitest'
import { closeEdition } from '#app/features/certificates/close-edition.server.ts'
import { revokeCertificate } from '#app/features/certificates/revoke-certificate.server.ts'
import { now } from '#app/platform/clock.ts'
import type { Db } from '#db/client.server.ts'
import {
  aCoordinator,
  actorOf,
  aMeeting,
  anEdition,
  anEnrolment,
  anOffering,
  aPerson,
  theTestRegion,
} from '#tests/support/builders.ts'
import { type TestPortal, test, type Visitor } from '#tests/support/portal.ts'

/** A finished edition with a trainer and two participants of whom nothing was recorded, and a trainer of another. */
async function aClass(db: Db) {
  await theTestRegion(db)
  const trainer = await aPerson(db)
  const offering = await anOffering(db, { test: 'organiser', title: 'Cobots in de les' })
  const edition = await anEdition(db, {
    offeringId: offering.id,
    test: 'organiser',
    meeting: false,
    trainerId: trainer.id,
  })
  const meeting = await aMeeting(db, {
    editionId: edition.id,
    startsAt: new Date(now().getTime() - 6 * 3_600_000),
  })
  const [first, second] = [
    await anEnrolment(db, { editionId: edition.id }),
    await anEnrolment(db, { editionId: edition.id }),
  ]
  const stranger = await aPerson(db)
  await anEdition(db, { trainerId: stranger.id })
  return { trainer, edition, meeting, first, second, stranger, coordinator: await aCoordinator(db) }
}
type Class = Awaited<ReturnType<typeof aClass>>

const pagesOf = ({ edition, meeting }: Class) => [
  `/lesgeven/uitvoeringen/${edition.id}`,
  `/lesgeven/uitvoeringen/${edition.id}/toets`,
  `/lesgeven/uitvoeringen/${edition.id}/afronden`,
  `/lesgeven/bijeenkomsten/${meeting.id}/presentie`,
  `/lesgeven/bijeenkomsten/${meeting.id}/wijzigingen`,
]
const filesOf = ({ meeting, first }: Class) => [
  `/lesgeven/bijeenkomsten/${meeting.id}/tekenlijst.pdf`,
  `/lesgeven/bijeenkomsten/${meeting.id}/wijzigingen.json?deelnemer=${first.id}`,
]

describe('who may come in', () => {
  /** Every way in which a browser or a stranger can ask for a page. */
  async function answers(someone: Visitor, page: string): Promise<number[]> {
    const route = {
      toets: 'test-results',
      afronden: 'close-edition',
      presentie: 'roster',
      wijzigingen: 'attendance-changes',
    }
    const last = page.split('/').at(-1) as keyof typeof route
    const responses = await Promise.all([
      someone.get(page),
      someone.get(`${page}.data`),
      someone.get(`${page}.data?_routes=routes/teaching/${route[last] ?? 'edition'}`),
    ])
    return responses.map(({ status }) => status)
  }

  test('a trainer of another edition, and a participant, see nothing of it in any form', async ({
    db,
    portal,
  }) => {
    const school = await aClass(db)
    for (const personId of [school.stranger.id, school.first.personId]) {
      const someone = await portal.as(personId)
      for (const page of pagesOf(school))
        expect([page, await answers(someone, page)]).toEqual([page, [403, 403, 403]])
      for (const file of filesOf(school)) expect((await someone.get(file)).status).toBe(403)
      for (const page of pagesOf(school).slice(0, 4)) {
        const posted = await someone.post(page, {
          act: 'close',
          basis: `${school.first.id}:0`,
          [`s${school.first.id}`]: 'present',
        })
        expect([page, posted.status]).toEqual([page, 403])
      }
      const marks = await send(someone, portal, school, { as: personId })
      expect(marks.status).toBe(403)
    }
    expect(await db.selectFrom('attendance').selectAll().execute()).toEqual([])
    expect(await db.selectFrom('certificate').selectAll().execute()).toEqual([])
  })

  test('a visitor is sent to log in, also for the data', async ({ db, portal }) => {
    const school = await aClass(db)
    for (const page of pagesOf(school)) {
      const response = await portal.get(page)
      expect([response.status, response.headers.get('Location')?.startsWith('/inloggen?verder=')]).toEqual([
        302,
        true,
      ])
      expect(await (await portal.get(`${page}.data`)).text()).not.toContain('Persoon')
    }
    expect((await send(portal, portal, school, { as: school.trainer.id })).status).toBe(401)
  })

  test('its trainer and a coordinator see every page', async ({ db, portal }) => {
    const school = await aClass(db)
    for (const personId of [school.trainer.id, school.coordinator.personId]) {
      const someone = await portal.as(personId)
      for (const page of [...pagesOf(school), ...filesOf(school), '/lesgeven']) {
        expect([page, (await someone.get(page)).status]).toEqual([page, 200])
      }
    }
  })

  test('what is not there is not found, and what is no id neither', async ({ db, portal }) => {
    const school = await aClass(db)
    const trainer = await portal.as(school.trainer.id)
    for (const id of ['987654', 'abc', '0', '-1', '1e9', '99999999999999999999']) {
      expect((await trainer.get(`/lesgeven/bijeenkomsten/${id}/presentie`)).status).toBe(404)
      expect((await trainer.get(`/lesgeven/uitvoeringen/${id}/afronden`)).status).toBe(404)
    }
  })
})

function send(someone: Visitor, portal: TestPortal, school: Class, more: Record<string, unknown> = {}) {
  const mark = {
    enrolmentId: school.first.id,
    state: 'present',
    minutesLate: 0,
    minutesLeftEarly: 0,
    note: null,
    basedOn: 0,
  }
  return someone.fetch(`/lesgeven/bijeenkomsten/${school.meeting.id}/presentie/merken`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: portal.origin },
    body: JSON.stringify({ as: school.trainer.id, waited: false, marks: [mark], ...more }),
  })
}

describe('marks from a phone', () => {
  test('are kept once, however often they arrive', async ({ db, portal }) => {
    const school = await aClass(db)
    const trainer = await portal.as(school.trainer.id)
    for (const changed of [1, 0, 0]) {
      expect(await (await send(trainer, portal, school)).json()).toMatchObject({
        changed,
        kept: [{ version: 1 }],
      })
    }
  })

  test('of another login on the same device are not taken', async ({ db, portal }) => {
    const school = await aClass(db)
    const coordinator = await portal.as(school.coordinator.personId)
    expect((await send(coordinator, portal, school)).status).toBe(401)
    expect(await db.selectFrom('attendance').selectAll().execute()).toEqual([])
  })

  test('that make no sense are answered with a sentence', async ({ db, portal }) => {
    const school = await aClass(db)
    const trainer = await portal.as(school.trainer.id)
    for (const marks of [null, 'x', [{ enrolmentId: 'x' }], Array.from({ length: 1001 }, () => ({}))]) {
      const response = await send(trainer, portal, school, { marks })
      expect(response.status).toBe(400)
      expect(((await response.json()) as { sentence: string }).sentence).toContain('niet lezen')
    }
    expect((await trainer.get(`/lesgeven/bijeenkomsten/${school.meeting.id}/presentie/merken`)).status).toBe(
      404,
    )
  })
})

describe('without script', () => {
  test('a trainer records, enters results, closes, and the holder has a certificate', async ({
    db,
    portal,
  }) => {
    const school = await aClass(db)
    const { first, second, edition, meeting } = school
    const trainer = await portal.as(school.trainer.id)
    const roster = `/lesgeven/bijeenkomsten/${meeting.id}/presentie`
    const basis = `${first.id}:0 ${second.id}:0`
    const late = await trainer.post(roster, {
      basis,
      act: 'save',
      [`s${first.id}`]: 'present',
      [`s${second.id}`]: 'late',
    })
    expect(late.status).toBe(422)
    expect(await late.text()).toContain('Hoeveel minuten te laat?')
    const everyone = await trainer.post(roster, { basis: `${second.id}:0`, act: 'everyone' })
    expect([everyone.status, everyone.headers.get('Location')]).toEqual([303, roster])

    const tests = `/lesgeven/uitvoeringen/${edition.id}/toets`
    const results = {
      examiner: 'P. Keurmeester',
      [`result${first.id}`]: 'passed',
      [`result${second.id}`]: 'failed',
    }
    expect((await trainer.post(tests, { ...results, day: 'ooit' })).status).toBe(422)
    expect(await db.selectFrom('testResult').selectAll().execute()).toEqual([])
    expect((await trainer.post(tests, { ...results, day: '20-11-2026' })).status).toBe(303)

    const closing = `/lesgeven/uitvoeringen/${edition.id}/afronden`
    expect(await (await trainer.get(closing)).text()).toContain('nog niet gehaald')
    expect((await trainer.post(closing, { act: 'close' })).status).toBe(303)
    expect((await trainer.post(closing, { act: 'close' })).status).toBe(422)
    expect((await trainer.post(closing, { act: 'reopen', reason: 'x' })).status).toBe(403)
    const certificate = await db.selectFrom('certificate').selectAll().executeTakeFirstOrThrow()
    expect(certificate).toMatchObject({ enrolmentId: first.id, kind: 'certificate' })

    const pdf = `/mijn/certificaten/${certificate.id}.pdf`
    const mine = await (await portal.as(first.personId)).get(pdf)
    expect([mine.status, mine.headers.get('Content-Type')]).toEqual([200, 'application/pdf'])
    expect((await (await portal.as(second.personId)).get(pdf)).status).toBe(403)
    expect((await trainer.get(pdf)).status).toBe(403)
    expect((await portal.get(pdf)).status).toBe(302)
  })

  test('a closed edition asks a reason for a change', async ({ db, portal }) => {
    const school = await aClass(db)
    const { first, meeting, edition } = school
    await db.updateTable('edition').set({ status: 'closed' }).where('id', '=', edition.id).execute()
    const trainer = await portal.as(school.trainer.id)
    const roster = `/lesgeven/bijeenkomsten/${meeting.id}/presentie`
    const fields = { basis: `${first.id}:0`, [`s${first.id}`]: 'present' }
    const without = await trainer.post(roster, fields)
    expect([without.status, (await without.text()).includes('Schrijf op waarom')]).toEqual([422, true])
    expect((await trainer.post(roster, { ...fields, reason: 'Vergeten.' })).status).toBe(303)
  })
})

describe('checking a certificate', () => {
  async function aCertificate(db: Db) {
    const school = await aClass(db)
    const marks = [school.first, school.second].map(({ id }) => ({
      meetingId: school.meeting.id,
      enrolmentId: id,
      state: 'present' as const,
    }))
    await db.insertInto('attendance').values(marks).execute()
    await db
      .insertInto('testResult')
      .values({
        enrolmentId: school.first.id,
        passed: true,
        takenOn: '2026-11-20',
        examiner: 'P. Keurmeester',
      })
      .execute()
    await closeEdition(db, await actorOf(db, school.trainer.id), school.edition.id)
    return { school, certificate: await db.selectFrom('certificate').selectAll().executeTakeFirstOrThrow() }
  }

  test('shows validity, name, title and hours, and nothing else', async ({ db, portal }) => {
    const { certificate } = await aCertificate(db)
    const response = await portal.get(`/certificaten/${certificate.code}`)
    const page = await response.text()
    expect(response.status).toBe(200)
    for (const shown of ['geldig', certificate.holderName, 'Cobots in de les', '4 uur'])
      expect(page).toContain(shown)
    for (const hidden of [certificate.number, 'P. Keurmeester', '2026-11-20', '20 nov', 'T. Ekenaar']) {
      expect(page).not.toContain(hidden)
    }
    expect(page).not.toContain('<script>')
    const data = await (await portal.get(`/certificaten/${certificate.code}.data`)).text()
    for (const hidden of [certificate.number, 'P. Keurmeester']) expect(data).not.toContain(hidden)
  })

  test('offers its holder what one can take along, and nobody else', async ({ db, portal }) => {
    const { certificate, school } = await aCertificate(db)
    const path = `/certificaten/${certificate.code}`
    const badge = `/mijn/certificaten/${certificate.id}/badge.png`
    const holder = await portal.as(certificate.personId)
    expect(await (await holder.get(path)).text()).toContain(badge)
    const others = [portal, await portal.as(school.trainer.id), await portal.as(school.coordinator.personId)]
    for (const other of others) {
      expect(await (await other.get(path)).text()).not.toContain('badge.png')
      expect(await (await other.get(`${path}.data`)).text()).not.toContain('personId')
    }
    await revokeCertificate(db, school.coordinator, certificate.id, { reason: 'Niet gehaald.' })
    expect(await (await holder.get(path)).text()).not.toContain(badge)
  })

  test('a revoked one says so at once, with the day and without the reason', async ({ db, portal }) => {
    const { certificate, school } = await aCertificate(db)
    await portal.get(`/certificaten/${certificate.code}`)
    await revokeCertificate(db, school.coordinator, certificate.id, { reason: 'Geheim gehouden.' })
    const page = await (await portal.get(`/certificaten/${certificate.code}`)).text()
    expect(page).toContain('ingetrokken op')
    expect(page).not.toContain('Geheim gehouden')
  })

  test('an unknown one is not found, and who guesses on is slowed down; looking up real ones is not guessing', async ({
    db,
    portal,
  }) => {
    const { certificate } = await aCertificate(db)
    const unknown = await portal.get('/certificaten/AAAABBBBCCCCDDDD')
    expect([unknown.status, (await unknown.text()).includes('kennen we niet')]).toEqual([404, true])
    for (let i = 0; i < 60; i++)
      expect((await portal.get(`/certificaten/${certificate.code}`)).status).toBe(200)
    const guesses = []
    for (let i = 0; i < 45; i++)
      guesses.push((await portal.get(`/certificaten/AAAABBBBCCCCDDD${(i % 8) + 2}`)).status)
    expect(guesses.at(0)).toBe(404)
    expect(guesses.at(-1)).toBe(429)
  })

  test('only a coordinator lists, revokes and decides', async ({ db, portal }) => {
    const { certificate, school } = await aCertificate(db)
    const address = `/beheer/certificaten/${certificate.id}`
    for (const personId of [school.trainer.id, school.first.personId]) {
      const someone = await portal.as(personId)
      for (const path of ['/beheer/certificaten', address, `${address}.data`])
        expect((await someone.get(path)).status).toBe(403)
      expect((await someone.post(address, { act: 'revoke', reason: 'x' })).status).toBe(403)
    }
    const coordinator = await portal.as(school.coordinator.personId)
    expect(await (await coordinator.get('/beheer/certificaten?zoek=cobots&stand=valid')).text()).toContain(
      certificate.number,
    )
    expect(await (await coordinator.get('/beheer/certificaten?zoek=%25_%25')).text()).not.toContain(
      certificate.number,
    )
    expect((await coordinator.post(address, { act: 'revoke', reason: '' })).status).toBe(422)
    expect((await coordinator.post(address, { act: 'keep', reason: 'Niets aan de hand.' })).status).toBe(422)
    expect((await coordinator.post(address, { act: 'revoke', reason: 'Verkeerde persoon.' })).status).toBe(
      303,
    )
  })
})
