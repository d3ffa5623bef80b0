import { sql } from 'kysely'
import { expect } from 'vitest'
import { runJob } from '#app/jobs.server.ts'
import { now, setClock } from '#app/platform/clock.ts'
import { countAttempt } from '#app/platform/throttle.server.ts'
import { test } from '#tests/support/database.ts'

test('counters of attempts are thrown away once their term is over', async ({ db }) => {
  await countAttempt('contact-network', 'ergens')
  const count = async () => (await sql`select from rate_limit`.execute(db)).rows.length
  await runJob(db, 'delete-expired-attempts')
  expect(await count()).toBe(1)
  setClock(new Date(now().getTime() + 2 * 3_600_000))
  await runJob(db, 'delete-expired-attempts')
  expect(await count()).toBe(0)
})
