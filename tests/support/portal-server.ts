import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { testSecret } from './test-secret.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the portal of the browser stories is: a demo region, started as `npm start` does. */
    portalUrl: string
    /** The address of its database: a story may need somebody with a past. */
    portalDatabase: string
  }
}

/** One portal for all browser stories, with a data folder of its own that is thrown away. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'bijblijven-stories-'))
  const child = spawn(process.execPath, ['scripts/start.ts'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      NODE_ENV: 'production',
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      PORT: '0',
      DATA_DIR: folder,
      WEB_CONCURRENCY: '2',
      // The tests know it, so that a story can open a link that only a mail would tell.
      SECRET_KEY: testSecret,
      // The page that shows every part of the house, which visitors never see.
      SHOW_STYLE: '1',
    },
  })
  const ended = new Promise((resolve) => child.on('exit', resolve))
  const url = await new Promise<string>((resolve, reject) => {
    let said = ''
    child.stdout.on('data', (chunk) => {
      said += chunk
      const found = /The portal is ready: (\S+)/.exec(said)?.[1]
      if (found) resolve(found)
    })
    ended.then(() => reject(new Error(`The portal of the browser stories did not start: ${said}`)))
  })
  project.provide('portalUrl', url)
  project.provide('portalDatabase', await databaseIn(folder))
  return async () => {
    child.kill('SIGTERM')
    await ended
    await rm(folder, { recursive: true, force: true })
  }
}

/** The portal keeps its database to itself; its own files tell where it is. */
async function databaseIn(folder: string): Promise<string> {
  const password = await readFile(join(folder, 'postgres-password'), 'utf8')
  const port = (await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[3]
  return `postgres://bijblijven:${password.trim()}@127.0.0.1:${port}/bijblijven`
}
