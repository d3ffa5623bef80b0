import { describe, expect } from 'vitest'
import type { Db } from '#db/client.server.ts'
import {
  anEdition,
  anEnrolment,
  anOrganisation,
  aTeacher,
  aTeam,
  theTestRegion,
} from '#tests/support/builders.ts'
import { linkMailedTo, mails } from '#tests/support/mail.ts'
import { test } from '#tests/support/portal.ts'

const hours = (amount: number) => new Date(Date.now() + amount * 3_600_000)

async function anOpenEdition(db: Db, values: Parameters<typeof anEdition>[1] = {}) {
  await theTestRegion(db)
  const edition = await anEdition(db, values)
  const { slug, title } = await db
    .selectFrom('offering')
    .select(['slug', 'title'])
    .where('id', '=', edition.offeringId)
    .executeTakeFirstOrThrow()
  return { ...edition, title, path: `/aanbod/${slug}/${edition.code}/inschrijven` }
}

const statuses = async (db: Db, editionId: number) =>
  (
    await db
      .selectFrom('enrolment')
      .select('status')
      .where('editionId', '=', editionId)
      .orderBy('id')
      .execute()
  ).map(({ status }) => status)

describe('with an account', () => {
  test('one press gives a place', async ({ db, portal }) => {
    const edition = await anOpenEdition(db, { hasMeal: true })
    const teacher = await aTeacher(db)
    const visitor = await portal.as(teacher.personId)
    const page = await visitor.get(edition.path)
    const text = await page.text()
    expect(page.status).toBe(200)
    expect(text).toContain('Inschrijven')
    expect(text).toContain('Dieetwensen')
    const answer = await visitor.post(edition.path, { dietaryWishes: 'geen vis' })
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/mijn'])
    expect(await statuses(db, edition.id)).toEqual(['confirmed'])
    expect(await (await visitor.get(edition.path)).text()).toContain('al voor ingeschreven')
    const again = await visitor.post(edition.path, {})
    expect(again.status).toBe(422)
    expect(await statuses(db, edition.id)).toEqual(['confirmed'])
  })

  test('who approves is told before the press', async ({ db, portal }) => {
    const edition = await anOpenEdition(db)
    const team = await aTeam(db, { name: 'Techniek' })
    const lead = await aTeacher(db, {
      teamId: team.id,
      organisationId: team.organisationId,
      role: 'team_lead',
    })
    const teacher = await aTeacher(db, { teamId: team.id, organisationId: team.organisationId })
    const visitor = await portal.as(teacher.personId)
    const text = await (await visitor.get(edition.path)).text()
    expect(text).toContain('Techniek keurt inschrijvingen goed')
    expect(text).toContain(lead.name)
    await visitor.post(edition.path, {})
    expect(await statuses(db, edition.id)).toEqual(['requested'])
  })

  test('a telephone number that is none is told beside the field, and nothing typed is lost', async ({
    db,
    portal,
  }) => {
    const edition = await anOpenEdition(db)
    const visitor = await portal.as((await aTeacher(db)).personId)
    const answer = await visitor.post(edition.path, { telephone: 'bel maar', note: 'Ik kom met de trein' })
    const text = await answer.text()
    expect(answer.status).toBe(422)
    expect(text).toContain('Dit is geen telefoonnummer')
    expect(text).toContain('Ik kom met de trein')
    expect(await statuses(db, edition.id)).toEqual([])
  })

  test('what does not exist is not found, and what is over says what to do instead', async ({
    db,
    portal,
  }) => {
    const over = await anOpenEdition(db, { startsAt: hours(-30) })
    const other = await anEdition(db, { offeringId: over.offeringId })
    const visitor = await portal.as((await aTeacher(db)).personId)
    expect((await visitor.get('/aanbod/niets/2026-27-1/inschrijven')).status).toBe(404)
    expect((await visitor.post('/aanbod/niets/2026-27-1/inschrijven')).status).toBe(404)
    const text = await (await visitor.get(over.path)).text()
    expect(text).toContain('al begonnen')
    expect(text).toContain(other.code)
    expect((await visitor.post(over.path)).status).toBe(422)
  })
})

describe('without an account', () => {
  const form = async (db: Db, email: string) => ({
    givenName: 'Noor',
    familyName: 'van der Proef',
    email,
    organisationId: String((await anOrganisation(db)).id),
    role: 'teacher',
  })

  test('a place is held until the mail is confirmed, which logs in', async ({ db, portal }) => {
    const edition = await anOpenEdition(db)
    expect((await portal.get(edition.path)).status).toBe(200)
    const answer = await portal.post(edition.path, await form(db, 'Noor@school.example'))
    expect(answer.status).toBe(303)
    expect(await statuses(db, edition.id)).toEqual(['unconfirmed'])
    const link = await linkMailedTo(db, 'noor@school.example')
    const page = await portal.get(link)
    expect(page.status).toBe(200)
    expect(page.headers.getSetCookie().join()).not.toContain('bijblijven=')
    expect(await statuses(db, edition.id)).toEqual(['unconfirmed'])
    const confirmed = await portal.post(link)
    expect([confirmed.status, confirmed.headers.get('Location')]).toEqual([303, '/mijn'])
    expect(confirmed.headers.getSetCookie().join()).toContain('bijblijven=')
    expect(await statuses(db, edition.id)).toEqual(['confirmed'])
    const address = await db
      .selectFrom('emailAddress')
      .selectAll()
      .where('address', '=', 'noor@school.example')
      .executeTakeFirstOrThrow()
    expect(address.confirmedAt).not.toBeNull()
    expect((await portal.get(link)).status).toBe(410)
    expect((await portal.post(link)).status).toBe(422)
  })

  test('an account that was there already is not entered by it', async ({ db, portal }) => {
    const edition = await anOpenEdition(db)
    const known = await aTeacher(db, { address: 'bekend@school.example' })
    await portal.post(edition.path, await form(db, 'bekend@school.example'))
    const confirmed = await portal.post(await linkMailedTo(db, 'bekend@school.example'))
    expect([confirmed.status, confirmed.headers.get('Location')]).toEqual([303, '/inloggen'])
    expect(confirmed.headers.getSetCookie().join()).not.toContain('bijblijven=')
    expect(await db.selectFrom('session').select('idHash').execute()).toEqual([])
    expect(await statuses(db, edition.id)).toEqual(['confirmed'])
    const other = await anOpenEdition(db, { startsAt: hours(24 * 60) })
    await portal.post(other.path, await form(db, 'bekend@school.example'))
    const link = await linkMailedTo(db, 'bekend@school.example')
    const loggedIn = await (await portal.as(known.personId)).post(link)
    expect([loggedIn.status, loggedIn.headers.get('Location')]).toEqual([303, '/mijn'])
  })

  test('a place that is offered is not taken by it: that has a link of its own', async ({ db, portal }) => {
    const edition = await anOpenEdition(db)
    const known = await aTeacher(db, { address: 'aanbod@school.example' })
    await anEnrolment(db, { editionId: edition.id, personId: known.personId, status: 'offered' })
    await portal.post(edition.path, await form(db, 'aanbod@school.example'))
    const told = (await mails(db)).at(-1)
    expect(told?.title).toContain('Je hebt hier al een plek')
    expect(told?.bodyText).not.toContain('inschrijving-bevestigen')
    expect(await statuses(db, edition.id)).toEqual(['offered'])
  })

  test('says the same whoever the address belongs to', async ({ db, portal }) => {
    const edition = await anOpenEdition(db)
    const known = await aTeacher(db, { address: 'bekend@school.example' })
    const enrolled = await aTeacher(db, { address: 'ingeschreven@school.example' })
    await (await portal.as(enrolled.personId)).post(edition.path, {})
    const answers = []
    for (const email of ['nieuw@school.example', 'bekend@school.example', 'ingeschreven@school.example']) {
      const answer = await portal.post(edition.path, await form(db, email))
      answers.push([answer.status, answer.headers.get('Location')])
    }
    expect(new Set(answers.map(String)).size).toBe(1)
    const person = await db
      .selectFrom('person')
      .selectAll()
      .where('id', '=', known.personId)
      .executeTakeFirstOrThrow()
    expect(person.givenName).toBe('Test')
    const told = (await mails(db)).filter(({ recipient }) => recipient === 'ingeschreven@school.example')
    expect(told.at(-1)?.title).toContain('Je hebt hier al een plek')
  })

  test('one address holds one place, and one network three', async ({ db, portal }) => {
    const [edition, other] = [await anOpenEdition(db), await anOpenEdition(db, { startsAt: hours(24 * 60) })]
    await portal.post(edition.path, await form(db, 'een@school.example'))
    await portal.post(edition.path, await form(db, 'een@school.example'))
    await portal.post(other.path, await form(db, 'een@school.example'))
    expect([await statuses(db, edition.id), await statuses(db, other.id)]).toEqual([['unconfirmed'], []])
    expect((await mails(db)).filter(({ recipient }) => recipient === 'een@school.example')).toHaveLength(3)
    for (const name of ['twee', 'drie'])
      await portal.post(edition.path, await form(db, `${name}@school.example`))
    const fourth = await portal.post(edition.path, await form(db, 'vier@school.example'))
    expect(fourth.status).toBe(422)
    expect(await fourth.text()).toContain('al drie plekken gevraagd')
  })

  test('cannot within a day of the start', async ({ db, portal }) => {
    const edition = await anOpenEdition(db, { startsAt: hours(23) })
    const answer = await portal.post(edition.path, await form(db, 'laat@school.example'))
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('binnen 24 uur')
  })

  test('a full edition gives a place in line, which is only real once it is confirmed', async ({
    db,
    portal,
  }) => {
    const edition = await anOpenEdition(db, { capacity: 1 })
    await (await portal.as((await aTeacher(db)).personId)).post(edition.path, {})
    await portal.post(edition.path, await form(db, 'wacht@school.example'))
    await portal.post(await linkMailedTo(db, 'wacht@school.example'))
    expect(await statuses(db, edition.id)).toEqual(['confirmed', 'waitlisted'])
  })

  test('a school that is not in the list is a name and a town', async ({ db, portal }) => {
    const edition = await anOpenEdition(db)
    const fields = { ...(await form(db, 'school@school.example')), organisationId: '0' }
    const missing = await portal.post(edition.path, fields)
    expect(missing.status).toBe(422)
    await portal.post(edition.path, { ...fields, schoolName: 'Vakschool', schoolTown: 'Raalte' })
    expect(await db.selectFrom('organisationSuggestion').select(['name', 'town']).execute()).toEqual([
      { name: 'Vakschool', town: 'Raalte' },
    ])
  })
})
