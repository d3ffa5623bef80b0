import { mkdtemp, rm, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { type EmbeddedDatabase, startEmbedded } from '#db/embedded.ts'
import { migrate, withPatience } from '#db/migrate.ts'
import { seedReference } from '#db/seeds/seed-reference.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the PostgreSQL of this run, ending in the database that holds nothing but the schema and lists. */
    databaseServer: string
  }
}

type Running = { users: number; started: Promise<EmbeddedDatabase & { folder: string }> }

// Three kinds of test ask for it, each in a module graph of its own; they share one server.
const key = Symbol.for('bijblijven.test-database-server')
const shared = globalThis as { [key]?: Running }

/** One real PostgreSQL for the run, with the database `template_empty` that every test copies. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  shared[key] ??= { users: 0, started: start() }
  const running = shared[key]
  running.users++
  const { connectionString } = await running.started
  project.provide('databaseServer', connectionString)
  return async () => {
    if (--running.users > 0) return
    delete shared[key]
    const { stop, folder } = await running.started
    await stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function start() {
  const folder = await mkdtemp(join(await roomyMemory(), 'bijblijven-test-'))
  // Unsafe on purpose: nothing here has to survive a power cut. Never so outside tests.
  const unsafe = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off']
  const flags = [...unsafe, 'max_connections=400'].flatMap((flag) => ['-c', flag])
  const server = await startEmbedded(folder, { flags, database: 'template_empty' })
  await migrate(server.connectionString)
  await withPatience(server.connectionString, ({ db }) => seedReference(db))
  return { ...server, folder }
}

/** A folder in memory where that is large enough: copying a database is making hundreds of files, for every test. */
async function roomyMemory(): Promise<string> {
  const memory = '/dev/shm'
  const found = await statfs(memory).catch(() => undefined)
  return found && found.bavail * found.bsize > 4e9 ? memory : tmpdir()
}
