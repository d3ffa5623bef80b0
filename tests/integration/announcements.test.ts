import { expect, vi } from 'vitest'
import { listen } from '#app/platform/http/announcements.server.ts'
import { anOffering, aPerson, theTestRegion } from '#tests/support/builders.ts'
import { administer, test } from '#tests/support/database.ts'

test('what visitors see is announced when it changes, and what they do not see is not', async ({
  connection,
}) => {
  const { db, connectionString } = connection
  const onNews = vi.fn()
  const listener = listen(connectionString, 'visitor_pages', onNews)
  await vi.waitFor(() => expect(listener.isListening()).toBe(true))
  onNews.mockClear()

  await theTestRegion(db)
  await vi.waitFor(() => expect(onNews).toHaveBeenCalledTimes(1))
  const person = await aPerson(db)
  await db.updateTable('person').set({ telephone: '0570 123456' }).where('id', '=', person.id).execute()
  await new Promise((done) => setTimeout(done, 100))
  expect(onNews).toHaveBeenCalledTimes(1)

  await db.updateTable('person').set({ familyName: 'Anders' }).where('id', '=', person.id).execute()
  await vi.waitFor(() => expect(onNews).toHaveBeenCalledTimes(2))
  await anOffering(db)
  await vi.waitFor(() => expect(onNews.mock.calls.length).toBeGreaterThan(2))
  await listener.stop()
})

test('a lost connection is noticed, and made again with news of what may have been missed', async ({
  connection,
}) => {
  const onNews = vi.fn()
  const listener = listen(connection.connectionString, 'visitor_pages', onNews)
  await vi.waitFor(() => expect(listener.isListening()).toBe(true))
  onNews.mockClear()
  const name = new URL(connection.connectionString).pathname.slice(1)
  await administer(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}' and query like 'notify alive%'`,
  )
  await vi.waitFor(() => expect(listener.isListening()).toBe(false))
  await vi.waitFor(() => expect(listener.isListening()).toBe(true), 5_000)
  expect(onNews).toHaveBeenCalled()
  await listener.stop()
})
