import { describe, expect } from 'vitest'
import { invitePerson } from '#app/features/people/invite-person.server.ts'
import { hashPassword } from '#app/platform/authentication/password.server.ts'
import type { Db } from '#db/client.server.ts'
import { aCoordinator, aPerson, theTestRegion } from '#tests/support/builders.ts'
import { linkMailedTo, mails } from '#tests/support/mail.ts'
import { test } from '#tests/support/portal.ts'

const address = 'docent@school.example'
const password = 'drie losse woorden'
const location = (response: Response) => response.headers.get('Location')

async function aTeacher(db: Db, values: { demo?: boolean } = {}) {
  await theTestRegion(db, values)
  return aPerson(db, { address, givenName: 'Sam', passwordHash: await hashPassword('een oud wachtwoord') })
}

const sessionsIn = (db: Db) => db.selectFrom('session').selectAll().execute()
/** Everything in the tables that a link touches: to see that looking changes nothing. */
const stateOf = (db: Db) =>
  Promise.all([
    db.selectFrom('linkToken').selectAll().execute(),
    db.selectFrom('session').selectAll().execute(),
    db.selectFrom('person').selectAll().execute(),
    db.selectFrom('emailAddress').selectAll().execute(),
    db.selectFrom('journal').selectAll().execute(),
  ])

describe('logging in by a mailed link', () => {
  test('takes a press on its page; opening the page changes nothing, however often', async ({
    db,
    portal,
  }) => {
    const person = await aTeacher(db)
    await portal.visit().post('/inloggen/link?verder=%2Faanbod', { address })
    const link = await linkMailedTo(db, address)
    const before = await stateOf(db)
    for (let i = 0; i < 3; i++) {
      const page = await portal.visit().get(link)
      expect([page.status, page.headers.getSetCookie()]).toEqual([200, []])
      expect(await page.text()).toContain('Dag Sam')
    }
    expect(await stateOf(db)).toEqual(before)
    const visitor = portal.visit()
    const response = await visitor.post(link)
    expect([response.status, location(response)]).toEqual([303, '/aanbod'])
    expect(await sessionsIn(db)).toMatchObject([{ personId: person.id }])
  })

  test('works once, also for two who press at once', async ({ db, portal }) => {
    await aTeacher(db)
    await portal.visit().post('/inloggen/link', { address })
    const link = await linkMailedTo(db, address)
    const both = await Promise.all([portal.visit().post(link), portal.visit().post(link)])
    expect(both.map(({ status }) => status).sort()).toEqual([303, 422])
    expect(await sessionsIn(db)).toHaveLength(1)
    const page = await portal.visit().get(link)
    expect(page.status).toBe(410)
    expect(await page.text()).toContain('Deze link werkt niet meer')
  })

  test('works for a quarter of an hour', async ({ db, portal }) => {
    await aTeacher(db)
    await portal.visit().post('/inloggen/link', { address })
    const link = await linkMailedTo(db, address)
    const { createdAt, expiresAt } = await db.selectFrom('linkToken').selectAll().executeTakeFirstOrThrow()
    expect(expiresAt.getTime() - createdAt.getTime()).toBe(15 * 60_000)
    await db.updateTable('linkToken').set({ expiresAt: new Date() }).execute()
    expect((await portal.visit().post(link)).status).toBe(422)
    expect(await sessionsIn(db)).toHaveLength(0)
  })

  test('goes on only within the portal', async ({ db, portal }) => {
    await aTeacher(db)
    await portal.visit().post('/inloggen/link?verder=https%3A%2F%2Fevil.example', { address })
    const link = await linkMailedTo(db, address)
    expect(link).not.toContain('evil')
    expect(location(await portal.visit().post(`${link}?verder=%2F%2Fevil.example`))).toBe('/mijn')
  })

  test('confirms the address it was mailed to', async ({ db, portal }) => {
    await aTeacher(db)
    await db.updateTable('emailAddress').set({ confirmedAt: null }).execute()
    await portal.visit().post('/inloggen/link', { address })
    await portal.visit().post(await linkMailedTo(db, address))
    expect(
      (await db.selectFrom('emailAddress').selectAll().executeTakeFirstOrThrow()).confirmedAt,
    ).not.toBeNull()
  })

  test('a link is of use for one purpose only', async ({ db, portal }) => {
    await aTeacher(db)
    await portal.visit().post('/wachtwoord-vergeten', { address })
    const token = (await linkMailedTo(db, address)).split('/').at(-1)
    expect((await portal.visit().post(`/inloggen/${token}`)).status).toBe(422)
    expect((await portal.visit().get(`/uitnodiging/${token}`)).status).toBe(410)
  })
})

describe('asking for a link', () => {
  test.for(['/inloggen/link', '/wachtwoord-vergeten'])(
    'at %s is answered the same, and as slowly, whether or not the address exists',
    async (path, { db, portal }) => {
      await aTeacher(db)
      const ask = async (asked: string) => {
        const started = performance.now()
        const response = await portal.visit().post(path, { address: asked })
        const took = performance.now() - started
        expect(took).toBeGreaterThan(240)
        return [response.status, location(response), response.headers.getSetCookie(), await response.text()]
      }
      const known = await ask(address)
      expect(await ask('niemand@school.example')).toEqual(known)
      expect(await mails(db)).toHaveLength(1)
    },
  )

  test('shows the mail in a demo, to whoever was told of it', async ({ db, portal }) => {
    await aTeacher(db, { demo: true })
    const visitor = portal.visit()
    await visitor.post('/inloggen/link', { address })
    const page = await (await visitor.get('/inloggen/link')).text()
    const mailPath = /\/demo\/mail\/[^"]+/.exec(page)?.[0] ?? ''
    const mail = await visitor.get(mailPath)
    expect(mail.status).toBe(200)
    expect(await mail.text()).toContain('Je inloglink')
    expect((await visitor.get(`${mailPath.slice(0, -1)}x`)).status).toBe(404)
    expect((await visitor.get('/demo/mail/1')).status).toBe(404)
    await db.updateTable('region').set({ demo: false }).execute()
  })

  test('shows a mail in a demo for an unknown address too, so that it tells no more than elsewhere', async ({
    db,
    portal,
  }) => {
    await theTestRegion(db, { demo: true })
    await aPerson(db, { address: 'bekend@school.example' })
    const answers: string[] = []
    for (const address of ['bekend@school.example', 'niemand@school.example']) {
      const visitor = portal.visit()
      await visitor.post('/inloggen/link', { address })
      const page = await (await visitor.get('/inloggen/link')).text()
      answers.push(page.replaceAll(/\/demo\/mail\/[\w.-]+/g, 'MAIL').replaceAll(/nonce="[^"]*"/g, ''))
    }
    expect(answers[0]).toContain('MAIL')
    expect(answers[1]).toBe(answers[0])
  })

  test('shows no mail in a real region', async ({ db, portal }) => {
    await aTeacher(db)
    const visitor = portal.visit()
    await visitor.post('/inloggen/link', { address })
    expect(await (await visitor.get('/inloggen/link')).text()).not.toContain('/demo/mail/')
  })

  test('too often for one address is refused; other people behind the same network go on', async ({
    db,
    portal,
  }) => {
    await aTeacher(db)
    const colleague = await aPerson(db)
    const ask = async (asked: string) =>
      (await portal.visit().post('/inloggen/link', { address: asked })).status
    const answers = await Promise.all(Array.from({ length: 6 }, () => ask(address)))
    expect(answers.filter((status) => status === 422)).toHaveLength(1)
    expect(await ask(colleague.address)).toBe(303)
  })
})

describe('a forgotten password', () => {
  test('is replaced by link; every other login ends and the old password no longer works', async ({
    db,
    portal,
  }) => {
    await aTeacher(db)
    const elsewhere = portal.visit()
    await elsewhere.post('/inloggen', { address, password: 'een oud wachtwoord' })
    await portal.visit().post('/inloggen/link', { address })
    const loginLink = await linkMailedTo(db, address)
    await portal.visit().post('/wachtwoord-vergeten', { address })
    const link = await linkMailedTo(db, address)
    const before = await stateOf(db)
    expect((await portal.visit().get(link)).status).toBe(200)
    expect(await stateOf(db)).toEqual(before)

    const response = await portal.visit().post(link, { password })
    expect([response.status, location(response)]).toEqual([303, '/mijn'])
    expect(await sessionsIn(db)).toHaveLength(1)
    expect((await portal.visit().post('/inloggen', { address, password: 'een oud wachtwoord' })).status).toBe(
      422,
    )
    expect((await portal.visit().post('/inloggen', { address, password })).status).toBe(303)
    expect((await portal.visit().post(loginLink)).status).toBe(422)
    expect((await portal.visit().post(link, { password })).status).toBe(422)
    expect((await mails(db)).at(-1)).toMatchObject({ reason: 'account.password-changed', recipient: address })
  })

  test('keeps its link when the new password will not do', async ({ db, portal }) => {
    await aTeacher(db)
    await portal.visit().post('/wachtwoord-vergeten', { address })
    const link = await linkMailedTo(db, address)
    for (const [poor, sentence] of [
      ['kort', 'minstens 10'],
      ['Wachtwoord2026!', 'veel mensen'],
      [address, 'e-mailadres'],
    ] as const) {
      const response = await portal.visit().post(link, { password: poor })
      expect(response.status).toBe(422)
      expect(await response.text()).toContain(sentence)
    }
    expect((await portal.visit().post(link, { password })).status).toBe(303)
  })
})

describe('an invitation', () => {
  async function invited(db: Db) {
    await theTestRegion(db)
    const person = await aPerson(db, { address, givenName: 'Sam' })
    await db.updateTable('emailAddress').set({ confirmedAt: null }).execute()
    await invitePerson(db, await aCoordinator(db), { personId: person.id })
    return linkMailedTo(db, address)
  }

  test('is taken up with a password', async ({ db, portal }) => {
    const link = await invited(db)
    const before = await stateOf(db)
    expect(await (await portal.visit().get(link)).text()).toContain('Welkom, Sam')
    expect(await stateOf(db)).toEqual(before)
    expect((await portal.visit().post(link, { how: 'password', password: 'kort' })).status).toBe(422)
    expect(location(await portal.visit().post(link, { how: 'password', password }))).toBe('/mijn')
    expect((await portal.visit().post('/inloggen', { address, password })).status).toBe(303)
    expect((await portal.visit().post(link, { how: 'links' })).status).toBe(422)
  })

  test('or without one, and then a login link works', async ({ db, portal }) => {
    const link = await invited(db)
    expect((await portal.visit().post(link, { how: 'links' })).status).toBe(303)
    expect((await portal.visit().post(link, {})).status).toBe(422)
    await portal.visit().post('/inloggen/link', { address })
    expect((await portal.visit().post(await linkMailedTo(db, address))).status).toBe(303)
  })

  test('ends when there is a newer one', async ({ db, portal }) => {
    const first = await invited(db)
    const { personId } = await db
      .selectFrom('emailAddress')
      .select('personId')
      .where('address', '=', address)
      .executeTakeFirstOrThrow()
    await invitePerson(db, await aCoordinator(db), { personId })
    expect((await portal.visit().get(first)).status).toBe(410)
    expect((await portal.visit().get(await linkMailedTo(db, address))).status).toBe(200)
  })
})
