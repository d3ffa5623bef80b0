import { describe, expect } from 'vitest'
import { enrol } from '#app/features/enrolment/enrol.server.ts'
import { handOverPlace } from '#app/features/enrolment/hand-over-place.server.ts'
import { promoteNext } from '#app/features/enrolment/promote-next.server.ts'
import type { Db } from '#db/client.server.ts'
import { anEdition, anEnrolment, aPerson, aTeacher, aTeam, theTestRegion } from '#tests/support/builders.ts'
import { linkMailedTo } from '#tests/support/mail.ts'
import { test } from '#tests/support/portal.ts'

const hours = (amount: number) => new Date(Date.now() + amount * 3_600_000)
const statusOf = async (db: Db, id: number) =>
  (await db.selectFrom('enrolment').select('status').where('id', '=', id).executeTakeFirstOrThrow()).status

async function aRequest(db: Db) {
  await theTestRegion(db)
  const team = await aTeam(db)
  const place = { teamId: team.id, organisationId: team.organisationId }
  const lead = await aTeacher(db, { ...place, role: 'team_lead', address: 'lead@school.example' })
  const teacher = await aTeacher(db, place)
  const { id } = await enrol(db, teacher, await anEdition(db), {})
  return { id, lead, link: await linkMailedTo(db, 'lead@school.example') }
}

describe('approving by a mailed link', () => {
  test('takes one press without a login; opening changes nothing', async ({ db, portal }) => {
    const { id, link } = await aRequest(db)
    for (let i = 0; i < 3; i++) expect((await portal.get(link)).status).toBe(200)
    expect(await statusOf(db, id)).toBe('requested')
    const answer = await portal.post(link, { answer: 'approve' })
    expect(answer.status).toBe(303)
    expect(answer.headers.getSetCookie().join()).not.toContain('bijblijven=')
    expect(await statusOf(db, id)).toBe('confirmed')
    expect((await portal.get(link)).status).toBe(410)
    expect((await portal.post(link, { answer: 'decline', reason: 'toch niet' })).status).toBe(422)
    expect(await statusOf(db, id)).toBe('confirmed')
  })

  test('a no without a reason is asked again, and the link stays good', async ({ db, portal }) => {
    const { id, link } = await aRequest(db)
    const answer = await portal.post(link, { answer: 'decline' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Schrijf kort waarom niet')
    expect((await portal.post(link, { answer: 'decline', reason: 'Toetsweek' })).status).toBe(303)
    expect(await statusOf(db, id)).toBe('declined')
  })

  test('serves one purpose, and only while its owner leads the team', async ({ db, portal }) => {
    const { id, lead, link } = await aRequest(db)
    const token = link.split('/').at(-1) ?? ''
    for (const path of ['plek-aannemen', 'vervangen', 'inschrijving-bevestigen']) {
      expect((await portal.get(`/${path}/${token}`)).status).toBe(410)
    }
    expect((await portal.post(`/plek-aannemen/${token}`, { answer: 'accept' })).status).toBe(422)
    await db
      .updateTable('membership')
      .set({ endsOn: '2021-01-01' })
      .where('personId', '=', lead.personId)
      .execute()
    expect((await portal.post(link, { answer: 'approve' })).status).toBe(403)
    expect(await statusOf(db, id)).toBe('requested')
  })

  test('an answer that is none is refused', async ({ db, portal }) => {
    const { id, link } = await aRequest(db)
    expect((await portal.post(link, { answer: 'misschien' })).status).toBe(422)
    expect((await portal.post(link)).status).toBe(422)
    expect(await statusOf(db, id)).toBe('requested')
  })
})

test('an offer is taken or refused by link', async ({ db, portal }) => {
  await theTestRegion(db)
  const edition = await anEdition(db, { capacity: 2, startsAt: hours(72) })
  const people = [
    await aPerson(db, { address: 'een@school.example' }),
    await aPerson(db, { address: 'twee@school.example' }),
  ]
  const ids = []
  for (const person of people) {
    ids.push((await anEnrolment(db, { editionId: edition.id, personId: person.id, status: 'waitlisted' })).id)
  }
  await db.transaction().execute((trx) => promoteNext(trx, edition.id))
  const [yes, no] = [
    await linkMailedTo(db, 'een@school.example'),
    await linkMailedTo(db, 'twee@school.example'),
  ]
  expect(await (await portal.get(yes)).text()).toContain('Plek nemen')
  expect((await portal.post(yes, { answer: 'accept' })).status).toBe(303)
  expect((await portal.post(yes, { answer: 'accept' })).status).toBe(422)
  expect((await portal.post(no, { answer: 'decline' })).status).toBe(303)
  expect([await statusOf(db, ids[0] ?? 0), await statusOf(db, ids[1] ?? 0)]).toEqual([
    'confirmed',
    'withdrawn',
  ])
})

test('a colleague takes a place over by link', async ({ db, portal }) => {
  await theTestRegion(db)
  const team = await aTeam(db, { approvesEnrolments: false })
  const place = { teamId: team.id, organisationId: team.organisationId }
  const [owner, colleague] = [
    await aTeacher(db, place),
    await aTeacher(db, { ...place, address: 'collega@school.example' }),
  ]
  const edition = await anEdition(db)
  const own = await anEnrolment(db, { editionId: edition.id, personId: owner.personId, ...place })
  await handOverPlace(db, owner, own, { colleagueId: colleague.personId })
  const link = await linkMailedTo(db, 'collega@school.example')
  expect(await (await portal.get(link)).text()).toContain('Ja, ik ga')
  expect((await portal.post(link, { answer: 'accept' })).status).toBe(303)
  expect(await statusOf(db, own.id)).toBe('handed_over')
  expect((await portal.get(link)).status).toBe(410)
})

test('who guesses links is slowed down, for a real one too', async ({ db, portal }) => {
  const { link } = await aRequest(db)
  for (let i = 0; i < 100; i++) await portal.get(`/goedkeuren/geraden-${i}`)
  expect((await portal.get(link)).status).toBe(429)
})

describe('the page of one enrolment', () => {
  test('is for its owner, and for who may see it, and for nobody else', async ({ db, portal }) => {
    const { id, lead } = await aRequest(db)
    await db.updateTable('enrolment').set({ telephone: '06 12345678' }).where('id', '=', id).execute()
    const row = await db.selectFrom('enrolment').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    const path = `/mijn/inschrijvingen/${id}`
    expect(await (await (await portal.as(row.personId)).get(path)).text()).toContain('06 12345678')
    const led = await (await (await portal.as(lead.personId)).get(path)).text()
    expect(led).not.toContain('06 12345678')
    const stranger = await portal.as((await aTeacher(db)).personId)
    for (const form of ['', '.data', '.data?_routes=routes%2Fenrolment%2Fmy-enrolment']) {
      const answer = await stranger.get(path + form)
      expect(answer.status).toBe(403)
      expect(await answer.text()).not.toContain('06 12345678')
    }
    expect((await stranger.post(path, { act: 'withdraw' })).status).toBe(403)
    expect((await (await portal.as(lead.personId)).post(path, { act: 'withdraw' })).status).toBe(403)
    expect((await portal.get(path)).status).toBe(302)
    expect((await stranger.get('/mijn/inschrijvingen/999999')).status).toBe(404)
    expect((await stranger.get('/mijn/inschrijvingen/drie')).status).toBe(404)
    expect(await statusOf(db, id)).toBe('requested')
  })

  test('lets one leave, and hand over', async ({ db, portal }) => {
    await theTestRegion(db)
    const team = await aTeam(db)
    const place = { teamId: team.id, organisationId: team.organisationId }
    const [owner, colleague] = [await aTeacher(db, place), await aTeacher(db, place)]
    const edition = await anEdition(db)
    const own = await anEnrolment(db, { editionId: edition.id, personId: owner.personId, ...place })
    const path = `/mijn/inschrijvingen/${own.id}`
    const visitor = await portal.as(owner.personId)
    expect(await (await visitor.get(path)).text()).toContain(colleague.name)
    const empty = await visitor.post(path, { act: 'hand-over', colleagueId: '' })
    expect(empty.status).toBe(422)
    expect(await empty.text()).toContain('Kies een collega, of vul een adres in')
    expect(
      (await visitor.post(path, { act: 'hand-over', colleagueId: String(colleague.personId) })).status,
    ).toBe(303)
    expect(await (await visitor.get(path)).text()).toContain('Trek de vraag in')
    expect((await visitor.post(path, { act: 'revoke-substitution' })).status).toBe(303)
    const wrong = await visitor.post(path, { act: 'change-details', telephone: 'bel maar' })
    expect(wrong.status).toBe(422)
    expect((await visitor.post(path, { act: 'change-details', telephone: '06 12345678' })).status).toBe(303)
    expect(await (await visitor.get(path)).text()).toContain('06 12345678')
    expect((await visitor.post(path, { act: 'withdraw' })).status).toBe(303)
    expect(await statusOf(db, own.id)).toBe('withdrawn')
    expect((await visitor.post(path, { act: 'change-details' })).status).toBe(422)
    expect((await visitor.post(path, { act: 'withdraw' })).status).toBe(422)
  })
})
