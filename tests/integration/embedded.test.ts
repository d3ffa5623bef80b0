import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { test as base, expect } from 'vitest'
import { startEmbedded } from '#db/embedded.ts'
import { isAlive } from '#db/processes.ts'

const test = base.extend<{ folder: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads the names of the fixtures from this pattern.
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'bijblijven-embedded-'))
    await use(folder)
    await rm(folder, { recursive: true, force: true })
  },
})

async function ask(connectionString: string, question: string) {
  const client = new pg.Client({ connectionString })
  await client.connect()
  const { rows } = await client.query(question)
  await client.end()
  return rows
}

test('listens on loopback only, asks for a password, and finds its data again', async ({ folder }) => {
  const first = await startEmbedded(folder)
  await ask(first.connectionString, 'create table kept (value integer); insert into kept values (7)')
  expect(await ask(first.connectionString, 'show listen_addresses')).toEqual([
    { listen_addresses: '127.0.0.1' },
  ])
  const wrong = new URL(first.connectionString)
  wrong.password = 'wrong'
  await expect(ask(wrong.href, 'select 1')).rejects.toThrow(/password/)
  await first.stop()
  const second = await startEmbedded(folder)
  expect(await ask(second.connectionString, 'select value from kept')).toEqual([{ value: 7 }])
  await second.stop()
})

test('stops a server that was left behind, and nothing else that has its number', async ({ folder }) => {
  const left = await startEmbedded(folder)
  const pidFile = join(folder, 'postgres', 'postmaster.pid')
  const leftPid = Number((await readFile(pidFile, 'utf8')).split('\n')[0])
  const next = await startEmbedded(folder)
  expect(isAlive(leftPid)).toBe(false)
  await left.stop()
  await next.stop()

  const stranger = spawn('sleep', ['60'])
  await writeFile(pidFile, `${stranger.pid}\n${join(folder, 'postgres')}\n`)
  const again = await startEmbedded(folder)
  expect(isAlive(stranger.pid ?? 0)).toBe(true)
  stranger.kill()
  await again.stop()
})
