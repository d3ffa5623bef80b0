import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { EmbeddedDatabaseError } from './embedded-error.ts'

/** As whom the embedded server runs, and how it is started as that. */

/** The account a server started by root runs as. */
export type Account = { uid: number; gid: number }

/** PostgreSQL refuses to run as root: then it runs as the owner of its files, as postgres, or as nobody. */
export function findAccount(folder: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined
  if (existsSync(folder)) {
    const { uid, gid } = statSync(folder)
    if (uid !== 0) return { uid, gid }
  }
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n')
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = lines.find((line) => line.startsWith(`${name}:`))?.split(':') ?? []
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) }
  }
  throw new EmbeddedDatabaseError(
    'PostgreSQL does not run as root, and there is no account postgres or nobody: start as another user.',
  )
}

/** Starts `binary` as `account`, in a session of its own: the Ctrl-C of our terminal is not meant for it. */
export function launch(
  binary: string,
  args: string[],
  account: Account | undefined,
  folder: string,
  log: number,
): ChildProcess {
  const stdio = ['ignore', log, log] as ['ignore', number, number]
  const env = { ...process.env, LC_ALL: 'C', PGHOST: undefined, PGPORT: undefined, PGDATABASE: undefined }
  if (!account) return spawn(binary, args, { stdio, env, detached: true })
  if (canReach(account, binary) && canReach(account, folder)) {
    return spawn(binary, args, { stdio, env, cwd: '/', detached: true, ...account })
  }
  // Below a folder like /root, where that account may not come: of all that root may, it keeps passing folders.
  return spawn('setpriv', [...passFolders(account), binary, ...args], {
    stdio,
    env,
    cwd: '/',
    detached: true,
  })
}

function passFolders({ uid, gid }: Account): string[] {
  const held = BigInt(`0x${/^CapEff:\s*(\w+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? '0'}`)
  const capability = held & 4n ? 'dac_read_search' : 'dac_override'
  return [
    `--reuid=${uid}`,
    `--regid=${gid}`,
    '--clear-groups',
    // PostgreSQL asks access() whether its program may be run, which forgets capabilities without this.
    '--securebits=+no_setuid_fixup',
    `--bounding-set=-all,+${capability}`,
    `--inh-caps=-all,+${capability}`,
    `--ambient-caps=+${capability}`,
  ]
}

/** Whether every folder above `path` lets the account through. */
function canReach({ uid, gid }: Account, path: string): boolean {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const found = statSync(folder)
    const bit = found.uid === uid ? 0o100 : found.gid === gid ? 0o010 : 0o001
    if (!(found.mode & bit)) return false
    if (folder === dirname(folder)) return true
  }
}
