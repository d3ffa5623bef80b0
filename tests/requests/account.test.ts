import { describe, expect } from 'vitest'
import { hashPassword } from '#app/platform/authentication/password.server.ts'
import type { Db } from '#db/client.server.ts'
import { aMembership, anOrganisation, aPerson, theTestRegion } from '#tests/support/builders.ts'
import { linkMailedTo } from '#tests/support/mail.ts'
import { type TestPortal, test } from '#tests/support/portal.ts'

const address = 'docent@school.example'
const old = 'een oud wachtwoord'
const password = 'drie losse woorden'
const location = (response: Response) => response.headers.get('Location')

async function loggedIn(db: Db, portal: TestPortal) {
  await theTestRegion(db)
  const person = await aPerson(db, { address, passwordHash: await hashPassword(old) })
  const visitor = portal.visit()
  await visitor.post('/inloggen', { address, password: old })
  const act = (intent: string, fields: Record<string, string> = {}) =>
    visitor.post('/mijn/account', { intent, ...fields })
  return { person, visitor, act }
}

test('the account is for who is logged in, in every form of request', async ({ db, portal }) => {
  await theTestRegion(db)
  for (const path of ['/mijn/account', '/mijn/account/school']) {
    const page = await portal.get(path)
    expect([page.status, location(page)]).toEqual([302, `/inloggen?verder=${encodeURIComponent(path)}`])
    expect(await (await portal.get(`${path}.data`)).text()).not.toContain('mailChoice')
    expect(location(await portal.post(path, { intent: 'end-every-session' }))).toContain('/inloggen')
  }
})

describe('on one’s account', () => {
  test('name and telephone number are changed, and what is wrong is said beside it', async ({
    db,
    portal,
  }) => {
    const { visitor, act } = await loggedIn(db, portal)
    const wrong = await act('profile', { givenName: 'Sam', familyName: '', telephone: 'bel maar' })
    const page = await wrong.text()
    expect(wrong.status).toBe(422)
    expect(page).toContain('Vul je achternaam in.')
    expect(page).toContain('Dit is geen telefoonnummer')
    expect(page).toContain('value="bel maar"')
    const profile = { givenName: 'Sam', familyName: 'de Test', telephone: '06 12345678' }
    expect(location(await act('profile', profile))).toBe('/mijn/account')
    const after = await (await visitor.get('/mijn/account')).text()
    expect(after).toContain('Sam de Test')
    expect(after).toContain('Je gegevens zijn opgeslagen.')
  })

  test('a changed password ends the other logins, keeps this one, and asks for the old one', async ({
    db,
    portal,
  }) => {
    const { act, visitor } = await loggedIn(db, portal)
    const elsewhere = portal.visit()
    await elsewhere.post('/inloggen', { address, password: old })
    const refused = await act('password', { current: 'mis', password })
    expect([refused.status, (await refused.text()).includes('Dit is niet je wachtwoord van nu')]).toEqual([
      422,
      true,
    ])
    expect((await elsewhere.get('/mijn/account')).status).toBe(200)
    expect((await act('password', { current: old, password })).status).toBe(303)
    expect((await elsewhere.get('/mijn/account')).status).toBe(302)
    expect((await visitor.get('/mijn/account')).status).toBe(200)
    expect((await portal.visit().post('/inloggen', { address, password })).status).toBe(303)
  })

  test('who guesses the old password from an open page is stopped', async ({ db, portal }) => {
    const { act } = await loggedIn(db, portal)
    for (let i = 0; i < 8; i++) await act('password', { current: `mis ${i}`, password })
    const answer = await act('password', { current: old, password })
    expect([answer.status, (await answer.text()).includes('te vaak')]).toEqual([422, true])
  })

  test('an address is added, confirmed by a press, made the first, and the old one removed', async ({
    db,
    portal,
  }) => {
    const { act, visitor } = await loggedIn(db, portal)
    await act('add-address', { address: 'thuis@prive.example' })
    const link = await linkMailedTo(db, 'thuis@prive.example')
    const page = await visitor.get(link)
    expect([page.status, (await page.text()).includes('Is dit adres van jou?')]).toEqual([200, true])
    expect(
      (await db.selectFrom('emailAddress').selectAll().orderBy('id').execute())[1]?.confirmedAt,
    ).toBeNull()
    expect(location(await visitor.post(link))).toBe('/mijn/account')
    expect((await visitor.get(link)).status).toBe(410)
    const [first, second] = await db.selectFrom('emailAddress').select('id').orderBy('id').execute()
    const refused = await act('remove-address', { addressId: String(first?.id) })
    expect([refused.status, (await refused.text()).includes('Maak eerst een ander adres')]).toEqual([
      422,
      true,
    ])
    expect((await act('make-primary', { addressId: String(second?.id) })).status).toBe(303)
    expect((await act('remove-address', { addressId: String(first?.id) })).status).toBe(303)
    expect((await portal.visit().post('/inloggen', { address, password: old })).status).toBe(422)
  })

  test('one login ends, or all; somebody else’s never', async ({ db, portal }) => {
    const { person, act, visitor } = await loggedIn(db, portal)
    const other = await aPerson(db)
    const others = await portal.as(other.id)
    const elsewhere = await portal.as(person.id)
    const sessions = await db.selectFrom('session').selectAll().orderBy('createdAt').execute()
    const [theirs, mine] = [other.id, person.id].map((id) =>
      sessions.findLast(({ personId }) => personId === id),
    )
    await act('end-session', { idHash: theirs?.idHash ?? '' })
    expect((await others.get('/mijn/account')).status).toBe(200)
    await act('end-session', { idHash: mine?.idHash ?? '' })
    expect((await elsewhere.get('/mijn/account')).status).toBe(302)
    expect(location(await act('end-every-session'))).toBe('/inloggen')
    expect((await visitor.get('/mijn/account')).status).toBe(302)
    expect((await others.get('/mijn/account')).status).toBe(200)
  })

  test('mail comes at once or once a day; anything else, and an unknown act, is refused', async ({
    db,
    portal,
  }) => {
    const { person, act } = await loggedIn(db, portal)
    expect((await act('mail-choice', { mailChoice: 'digest' })).status).toBe(303)
    expect((await act('mail-choice', { mailChoice: 'never' })).status).toBe(422)
    expect((await act('constructor')).status).toBe(400)
    const row = await db
      .selectFrom('person')
      .select('mailChoice')
      .where('id', '=', person.id)
      .executeTakeFirst()
    expect(row?.mailChoice).toBe('digest')
  })
})

describe('who changes schools', () => {
  test('says where it ends and where it begins, in one form', async ({ db, portal }) => {
    const { person, visitor } = await loggedIn(db, portal)
    const { id: membershipId } = await aMembership(db, { personId: person.id })
    const { id: school } = await anOrganisation(db, { name: 'Het Nieuwe College' })
    expect(await (await visitor.get('/mijn/account/school')).text()).toContain('Het Nieuwe College')
    const change = (fields: Record<string, string>) =>
      visitor.post('/mijn/account/school', { role: 'teacher', ...fields })
    const nothing = await change({ membershipId: 'geen', school: '' })
    expect([nothing.status, (await nothing.text()).includes('Kies een school')]).toEqual([422, true])
    expect((await change({ membershipId: 'geen', school: 'anders' })).status).toBe(422)
    expect((await change({ membershipId: 'geen', school: '999999' })).status).toBe(422)
    expect((await change({ membershipId: 'geen', school: '1; drop table person' })).status).toBe(422)
    expect((await change({ membershipId: 'geen', school: String(school), role: 'team_lead' })).status).toBe(
      422,
    )
    const done = await change({
      membershipId: String(membershipId),
      endsOn: '24-11-2026',
      school: String(school),
    })
    expect([done.status, location(done)]).toEqual([303, '/mijn/account'])
    const rows = await db.selectFrom('membership').selectAll().orderBy('id').execute()
    expect(rows).toMatchObject([{ endsOn: '2026-11-24' }, { organisationId: school, endsOn: null }])
  })

  test('cannot end somebody else’s work', async ({ db, portal }) => {
    const { visitor } = await loggedIn(db, portal)
    const other = await aMembership(db, { personId: (await aPerson(db)).id })
    const fields = { membershipId: String(other.id), endsOn: '24-11-2026', role: 'teacher' }
    expect((await visitor.post('/mijn/account/school', fields)).status).toBe(403)
  })
})
