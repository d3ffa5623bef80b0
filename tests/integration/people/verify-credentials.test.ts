import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { verifyCredentials } from '#app/features/people/verify-credentials.server.ts'
import { hashPassword } from '#app/platform/authentication/password.server.ts'
import type { Db } from '#db/client.server.ts'
import { aPerson } from '#tests/support/builders.ts'
import { test } from '#tests/support/database.ts'

const password = 'een lange zin voor de test'
const school = '198.51.100.7'
const elsewhere = '203.0.113.9'

async function tries(
  db: Db,
  times: number,
  given: { address: string; password: string; networkAddress: string },
) {
  const outcomes = await Promise.allSettled(Array.from({ length: times }, () => verifyCredentials(db, given)))
  return outcomes.filter(({ status }) => status === 'fulfilled').length
}

describe('guessing a password', () => {
  test('from one network is stopped after eight wrong ones, all at once or not; then the right one is refused too', async ({
    db,
  }) => {
    const passwordHash = await hashPassword(password)
    const { address } = await aPerson(db, { passwordHash })
    const control = await aPerson(db, { passwordHash })
    expect(await tries(db, 20, { address, password: 'mis', networkAddress: school })).toBe(0)
    expect(await tries(db, 1, { address, password, networkAddress: school })).toBe(0)
    // The control: seven wrong ones stop nobody, so it is the counting that stopped the other.
    expect(await tries(db, 7, { address: control.address, password: 'mis', networkAddress: school })).toBe(0)
    expect(await tries(db, 1, { address: control.address, password, networkAddress: school })).toBe(1)
  })

  test('does not lock out the owner, who is at another network', async ({ db }) => {
    const { address } = await aPerson(db, { passwordHash: await hashPassword(password) })
    await tries(db, 40, { address, password: 'mis', networkAddress: school })
    expect(await tries(db, 1, { address, password, networkAddress: elsewhere })).toBe(1)
  })

  test('from ever new networks is stopped as well', async ({ db }) => {
    const { address } = await aPerson(db, { passwordHash: await hashPassword(password) })
    for (let network = 0; network < 9; network++) {
      await tries(db, 8, { address, password: 'mis', networkAddress: `192.0.2.${network}` })
    }
    expect(await tries(db, 1, { address, password, networkAddress: elsewhere })).toBe(0)
  })

  test('counts the same for an address that nobody has', async ({ db }) => {
    const guess = { address: 'niemand@school.example', password: 'mis', networkAddress: school }
    await tries(db, 8, guess)
    await expect(verifyCredentials(db, guess)).rejects.toThrow('te vaak')
  })
})

test('a whole school logs in behind one network, each after a typing error', async ({ db }) => {
  const passwordHash = await hashPassword(password)
  const people = await Promise.all(Array.from({ length: 120 }, () => aPerson(db, { passwordHash })))
  for (const { address } of people) {
    await tries(db, 1, { address, password: 'mis', networkAddress: school })
    expect(await tries(db, 2, { address, password, networkAddress: school })).toBe(2)
  }
  // What is left standing against the school is the typing errors, and nothing for who logged in.
  const counted = await sql<{ points: number }>`
    select points from rate_limit where key like 'login-network:%'`.execute(db)
  expect(counted.rows).toEqual([{ points: 120 }])
})
