import { afterEach, describe, expect, vi } from 'vitest'
import { aPerson } from '#tests/support/builders.ts'
import { test } from '#tests/support/database.ts'

/** The settings are read once in a process: with others, the module is loaded anew. */
async function sessionsAt(baseUrl: string) {
  vi.stubEnv('BASE_URL', baseUrl)
  vi.resetModules()
  return import('#app/platform/authentication/session.server.ts')
}

afterEach(() => {
  vi.unstubAllEnvs()
  vi.resetModules()
})

describe('the cookie of a login', () => {
  test('is bound to this very host where the address is https', async ({ db }) => {
    const { startSession, endSession } = await sessionsAt('https://bijblijven.example')
    const { id } = await aPerson(db)
    const request = new Request('https://bijblijven.example/inloggen')
    const cookie = await startSession(db, request, id)
    expect(cookie).toMatch(/^__Host-bijblijven=\w+; /)
    expect(cookie.split('; ').slice(1).sort()).toEqual(
      expect.arrayContaining(['HttpOnly', 'Path=/', 'SameSite=Lax', 'Secure']),
    )
    expect(cookie).not.toMatch(/Domain=/i)
    expect(await endSession(db, request)).toMatch(/^__Host-bijblijven=; .*Max-Age=0/)
  })

  test('on http is an ordinary one, and a new login in one browser ends the older', async ({ db }) => {
    const { startSession, readSession } = await sessionsAt('http://localhost:3000')
    const { id } = await aPerson(db)
    const with_ = (cookie = '') => new Request('http://localhost:3000/', { headers: { Cookie: cookie } })
    const first = (await startSession(db, with_(), id)).split(';')[0]
    const second = (await startSession(db, with_(first), id)).split(';')[0]
    expect(first).toMatch(/^bijblijven=/)
    expect(second).not.toBe(first)
    expect(await readSession(db, with_(first))).toBeUndefined()
    expect((await readSession(db, with_(second)))?.personId).toBe(id)
  })

  test('that somebody else chose is never taken over', async ({ db }) => {
    const { startSession } = await sessionsAt('http://localhost:3000')
    const { id } = await aPerson(db)
    const chosen = 'bijblijven=chosenbyattacker'
    const request = new Request('http://localhost:3000/', { headers: { Cookie: chosen } })
    expect(await startSession(db, request, id)).not.toContain('chosenbyattacker')
  })
})
