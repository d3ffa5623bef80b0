import { describe, expect } from 'vitest'
import { hashPassword } from '#app/platform/authentication/password.server.ts'
import type { Db } from '#db/client.server.ts'
import { aPerson, theTestRegion } from '#tests/support/builders.ts'
import { test } from '#tests/support/portal.ts'

const password = 'een lange zin voor de test'
const right = { address: 'Docent@school.example ', password }

async function aTeacherWithPassword(db: Db) {
  await theTestRegion(db)
  return aPerson(db, { address: 'docent@school.example', passwordHash: await hashPassword(password) })
}

const location = (response: Response) => response.headers.get('Location')

describe('logging in with a password', () => {
  test('leads to one’s own page, with a new login each time', async ({ db, portal }) => {
    const person = await aTeacherWithPassword(db)
    const visitor = portal.visit()
    const first = await visitor.post('/inloggen', right)
    expect([first.status, location(first)]).toEqual([303, '/mijn'])
    const cookie = first.headers.get('Set-Cookie')
    expect(cookie).toMatch(/^bijblijven=.*HttpOnly.*SameSite=Lax/i)
    const id = visitor.cookies.get('bijblijven')
    expect(await db.selectFrom('session').select('personId').execute()).toEqual([{ personId: person.id }])
    await visitor.post('/inloggen', right)
    expect(visitor.cookies.get('bijblijven')).not.toBe(id)
    expect(await db.selectFrom('session').selectAll().execute()).toHaveLength(1)
  })

  test('keeps no login id in the database, only a hash', async ({ db, portal }) => {
    await aTeacherWithPassword(db)
    const visitor = portal.visit()
    await visitor.post('/inloggen', right)
    const stored = JSON.stringify(await db.selectFrom('session').selectAll().execute())
    expect(stored).not.toContain(visitor.cookies.get('bijblijven'))
  })

  test('goes on to the page one came for, and never to another site', async ({ db, portal }) => {
    await aTeacherWithPassword(db)
    const onward = async (verder: string) =>
      location(await portal.visit().post(`/inloggen?verder=${encodeURIComponent(verder)}`, right))
    expect(await onward('/aanbod?zoek=lassen')).toBe('/aanbod?zoek=lassen')
    for (const elsewhere of [
      '//evil.example',
      '/\\evil.example',
      'https://evil.example',
      '/.//evil.example',
    ]) {
      expect(await onward(elsewhere)).toBe('/mijn')
    }
  })

  test('says the same whether the address, the password or both are wrong', async ({ db, portal }) => {
    await aTeacherWithPassword(db)
    await aPerson(db, { address: 'zonder@school.example' })
    const answer = async (address: string, given: string) => {
      const response = await portal.visit().post('/inloggen', { address, password: given })
      return [response.status, (await response.text()).replaceAll(address, 'ADDRESS')]
    }
    const wrong = await answer('docent@school.example', 'iets anders')
    expect(wrong[0]).toBe(422)
    expect(wrong[1]).toContain('passen niet bij elkaar')
    expect(await answer('niemand@school.example', 'iets anders')).toEqual(wrong)
    expect(await answer('zonder@school.example', 'iets anders')).toEqual(wrong)
  })

  test('says what is missing beside the field, and never repeats the password', async ({ db, portal }) => {
    await theTestRegion(db)
    const response = await portal.visit().post('/inloggen', {
      address: 'geen adres',
      password: 'geheim-woord',
    })
    const page = await response.text()
    expect(response.status).toBe(422)
    expect(page).toContain('Dit is geen e-mailadres')
    expect(page).not.toContain('geheim-woord')
  })
})

test('logging out is a post; opening its address does nothing', async ({ db, portal }) => {
  await aTeacherWithPassword(db)
  const visitor = portal.visit()
  await visitor.post('/inloggen', right)
  expect((await visitor.get('/uitloggen')).status).toBe(404)
  expect(await db.selectFrom('session').selectAll().execute()).toHaveLength(1)
  expect(location(await visitor.post('/uitloggen'))).toBe('/')
  expect(await db.selectFrom('session').selectAll().execute()).toHaveLength(0)
  expect(visitor.cookies.has('bijblijven')).toBe(false)
})

describe('looking around in a demo', () => {
  test('takes one press', async ({ db, portal }) => {
    await theTestRegion(db, { demo: true })
    const person = await aPerson(db, { address: 'docent@demo.test' })
    const response = await portal.visit().post('/demo/bekijk-als', { rol: 'docent' })
    expect([response.status, location(response)]).toEqual([303, '/mijn'])
    expect(await db.selectFrom('session').select('personId').execute()).toEqual([{ personId: person.id }])
    expect((await portal.visit().post('/demo/bekijk-als', { rol: 'directeur' })).status).toBe(404)
    expect((await portal.visit().get('/demo/bekijk-als')).status).toBe(404)
  })

  test('does not exist in a real region', async ({ db, portal }) => {
    await theTestRegion(db)
    await aPerson(db, { address: 'docent@demo.test' })
    expect((await portal.visit().post('/demo/bekijk-als', { rol: 'docent' })).status).toBe(404)
    expect(
      await portal
        .visit()
        .get('/inloggen')
        .then((page) => page.text()),
    ).not.toContain('Bekijk als')
  })
})
