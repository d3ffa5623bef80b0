import { type ChildProcess, spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

export type Running = {
  url: string
  pid: number
  /** From asking for it until it said it was ready. */
  startedInMs: number
  stop: () => Promise<void>
}

/** Starts a program on the cores that are measured; ready when it says so, with its address. */
export async function start(
  file: string,
  args: string[],
  env: Record<string, string | undefined>,
): Promise<Running> {
  const cores = process.env.BENCH_CORES
  const program = [process.execPath, file, ...args]
  const [command = '', ...rest] = cores ? ['taskset', '-c', cores, ...program] : program
  const asked = performance.now()
  const child = spawn(command, rest, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  })
  const ended = new Promise((resolve) => child.on('exit', resolve))
  const url = await Promise.race([addressFrom(child), ended.then(() => undefined)])
  if (!url) throw new Error(`${file} ended before it was ready.`)
  return {
    url,
    pid: child.pid as number,
    startedInMs: performance.now() - asked,
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}

function addressFrom(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    let said = ''
    child.stdout?.on('data', (chunk) => {
      said += chunk
      const found = /ready: (\S+)/.exec(said)?.[1]
      if (found) resolve(found)
    })
  })
}

/** The portal as `npm start` runs it, with its data in `dataDir`. */
export function startPortal(dataDir: string): Promise<Running> {
  return start('scripts/start.ts', [], {
    DATA_DIR: dataDir,
    PORT: '0',
    DATABASE_URL: '',
    SMTP_URL: '',
    SECRET_KEY: '',
  })
}

/** Where the database of a running portal is, by what PostgreSQL writes down, and its first process. */
export async function databaseOf(dataDir: string): Promise<{ connectionString: string; pid: number }> {
  const lines = (await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')
  const password = (await readFile(join(dataDir, 'postgres-password'), 'utf8')).trim()
  const connectionString = `postgres://bijblijven:${password}@127.0.0.1:${lines[3]}/bijblijven`
  return { connectionString, pid: Number(lines[0]) }
}
