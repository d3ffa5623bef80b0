import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect } from 'vitest'
import { takeLock, waitForLock } from '#scripts/support/lock.ts'

const test = base.extend<{ file: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads the names of the fixtures from this pattern.
  file: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'bijblijven-lock-'))
    await use(join(folder, 'a.lock'))
    await rm(folder, { recursive: true, force: true })
  },
})

test('one holds a lock, and the next hears who', async ({ file }) => {
  const lock = await takeLock(file)
  if (!('release' in lock)) throw new Error('the lock was free')
  await lock.tell({ address: 'http://localhost:3000' })
  expect(await takeLock(file)).toMatchObject({ pid: process.pid, address: 'http://localhost:3000' })
  await lock.release()
  expect(await takeLock(file)).toHaveProperty('release')
})

test.for([
  ['of a process that is gone', JSON.stringify({ pid: 4_194_303 })],
  ['of a number that now belongs to something else', JSON.stringify({ pid: process.pid, born: 'long ago' })],
  ['that was broken off while it was written', ''],
])('a lock %s is nobody’s', async ([, content], { file }) => {
  await writeFile(file, content ?? '')
  expect(await takeLock(file)).toHaveProperty('release')
})

test('who waits gets the lock when it is let go', async ({ file }) => {
  const lock = await waitForLock(file)
  let has = false
  const second = waitForLock(file).then(() => {
    has = true
  })
  await new Promise((done) => setTimeout(done, 150))
  expect(has).toBe(false)
  await lock.release()
  await second
  expect(has).toBe(true)
})
