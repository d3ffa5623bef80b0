import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect } from 'vitest'
import { isAlive } from '#db/processes.ts'
import { createDatabase, dropDatabase } from '#tests/support/database.ts'

/** Commands as somebody types them, in a data folder of their own. Slow, and therefore few. */
type Run = {
  child: ChildProcess
  said: () => string
  /** Resolves when the command has said this, with what it said in the first group. */
  says: (pattern: RegExp) => Promise<string>
  ended: Promise<number | null>
}

const test = base.extend<{
  dataDir: string
  run: (command: string, settings?: Record<string, string>, args?: string[]) => Run
}>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads the names of the fixtures from this pattern.
  dataDir: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'bijblijven-start-'))
    await use(folder)
    await rm(folder, { recursive: true, force: true })
  },
  run: async ({ dataDir }, use) => {
    const runs: Run[] = []
    await use((command, settings = {}, args = []) => {
      const run = start(command, { DATA_DIR: dataDir, ...settings }, args)
      runs.push(run)
      return run
    })
    for (const { child, ended } of runs) {
      child.kill('SIGTERM')
      await ended
    }
  },
})

function start(command: string, settings: Record<string, string>, args: string[]): Run {
  const child = spawn(process.execPath, ['scripts/boot.mjs', command, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      NODE_ENV: 'production',
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      PORT: '0',
      WEB_CONCURRENCY: '1',
      ...settings,
    },
  })
  let output = ''
  const listeners = new Set<() => void>()
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk
      for (const listener of listeners) listener()
    })
  }
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  return {
    child,
    said: () => output,
    ended,
    says: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = pattern.exec(output)
          if (found) resolve(found[1] ?? found[0])
        }
        listeners.add(look)
        look()
        ended.then(() => reject(new Error(`ended without saying ${pattern}: ${output}`)))
      }),
  }
}

const ready = /The portal is ready: (\S+)/

async function serverOf(dataDir: string): Promise<number> {
  return Number((await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0])
}

test('a portal starts with nothing, tells a second one where it is, and is stopped cleanly by Ctrl-C', async ({
  run,
  dataDir,
}) => {
  const first = run('start')
  const url = await first.says(ready)
  expect((await fetch(`${url}/ready`)).status).toBe(200)
  expect((await fetch(url)).status).toBe(200)
  expect((await stat(join(dataDir, 'secret-key'))).mode & 0o777).toBe(0o600)
  const server = await serverOf(dataDir)

  const second = run('start')
  expect(await second.ended).toBe(1)
  expect(second.said()).toContain(`The portal is running already at ${url}`)
  expect((await fetch(`${url}/health`)).status).toBe(200)

  first.child.kill('SIGINT')
  // From the terminal and from npm it comes more than once.
  first.child.kill('SIGINT')
  expect(await first.ended).toBe(0)
  expect(isAlive(server)).toBe(false)

  const again = Date.now()
  const third = run('start')
  expect((await fetch(await third.says(ready))).status).toBe(200)
  expect(third.said()).not.toContain('Making the demo region')
  expect(Date.now() - again).toBeLessThan(30_000)
}, 120_000)

test('after everything was killed outright the next start finds its data again', async ({ run, dataDir }) => {
  const first = run('start')
  await first.says(ready)
  const server = await serverOf(dataDir)
  const portal = JSON.parse(await readFile(join(dataDir, 'portal.lock'), 'utf8')) as { pid: number }
  for (const pid of [first.child.pid ?? 0, portal.pid, server]) process.kill(pid, 'SIGKILL')
  await first.ended

  const second = run('start')
  expect((await fetch(await second.says(ready))).status).toBe(200)
  expect(second.said()).not.toContain('Making the demo region')

  // Now only what was typed is killed: what it started must not stay behind and hold the folder.
  second.child.kill('SIGKILL')
  await second.ended
  const third = run('start')
  expect((await fetch(await third.says(ready))).status).toBe(200)
}, 120_000)

test('what is missing or wrong is one sentence', async ({ run }) => {
  const sentences = async (command: string, settings: Record<string, string>, args: string[] = []) => {
    const { said, ended } = run(command, settings, args)
    expect(await ended).toBe(1)
    expect(said()).not.toMatch(/\n\s+at /)
    return said().trim()
  }
  const [wrong, unreachable, unknown, noAdmin] = await Promise.all([
    sentences('start', { PORT: 'x' }),
    sentences('start', { DATABASE_URL: 'postgres://a:b@127.0.0.1:1/c' }),
    sentences('start', { DATABASE_URL: 'postgres://a:b@nowhere.invalid/c' }),
    sentences('setup', {}, ['--region', 'STO']),
  ])
  expect(wrong).toBe('PORT must be a whole number from 0 to 65535.')
  expect(unreachable).toMatch(/^Nothing listens at .*127\.0\.0\.1:1.*\?$/)
  expect(unknown).toMatch(/nowhere\.invalid/)
  expect(noAdmin).toMatch(/^Use: npm run setup/)

  const taken = createServer()
  await new Promise<void>((resolve) => taken.listen(0, resolve))
  const { port } = taken.address() as { port: number }
  expect(await sentences('start', { PORT: String(port) })).toContain(`Port ${port} is in use`)
  taken.close()
}, 120_000)

test('a real region is set up by one command, and starts only with a secret and https', async ({ run }) => {
  const DATABASE_URL = await createDatabase('template_empty')
  const secure = { DATABASE_URL, SECRET_KEY: 'x'.repeat(32), BASE_URL: 'https://portal.example.nl' }
  const outcome = async (settings: Record<string, string>) => {
    const { said, ended } = run('start', settings)
    expect(await ended).toBe(1)
    return said().trim()
  }
  expect(await outcome(secure)).toMatch(/^There is no region .* npm run setup/)

  const args = ['--region', 'Sterk Techniek Onderwijs Test', '--admin', 'Beheer@Example.nl']
  const setup = run('setup', secure, args)
  expect(await setup.ended, setup.said()).toBe(0)
  expect(setup.said()).toMatch(/https:\/\/portal\.example\.nl\/inloggen\/[\w-]{43}\n/)
  // Again is no mistake: it makes a new link.
  expect(await run('setup', secure, args).ended).toBe(0)

  expect(await outcome({ DATABASE_URL, BASE_URL: secure.BASE_URL })).toMatch(/^SECRET_KEY is missing/)
  expect(await outcome({ DATABASE_URL, SECRET_KEY: secure.SECRET_KEY })).toMatch(/^BASE_URL is missing/)

  const portal = run('start', { ...secure, PORT: '0' })
  await portal.says(ready)
  portal.child.kill('SIGTERM')
  expect(await portal.ended).toBe(0)
  await dropDatabase(DATABASE_URL)
}, 120_000)
