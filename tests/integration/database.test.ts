import { sql } from 'kysely'
import { expect } from 'vitest'
import { isMigrated, migrate } from '#db/migrate.ts'
import { test } from '#tests/support/database.ts'

test('a test has a migrated database with the official lists and without a region', async ({ db }) => {
  expect(await isMigrated(db)).toBe(true)
  const { modules } = await db
    .selectFrom('examModule')
    .select(({ fn }) => fn.countAll().as('modules'))
    .executeTakeFirstOrThrow()
  expect(Number(modules)).toBeGreaterThan(100)
  expect(await db.selectFrom('region').selectAll().execute()).toEqual([])
})

test('two processes that migrate at once do it once', async ({ connection }) => {
  const { db, connectionString } = connection
  await sql`drop schema public cascade; drop schema graphile_worker cascade; create schema public`.execute(db)
  const done = await Promise.all([migrate(connectionString), migrate(connectionString)])
  expect(done.map((names) => names.length > 0).sort()).toEqual([false, true])
  expect(await isMigrated(db)).toBe(true)
})

test('a database that misses a migration is not ready', async ({ db }) => {
  await sql`delete from migration where name = (select max(name) from migration)`.execute(db)
  expect(await isMigrated(db)).toBe(false)
})
