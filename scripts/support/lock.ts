import { link, mkdir, readFile, rename, rm, unlink, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { isAlive, readBirth } from '#db/processes.ts'

/** Who holds a lock, as it stands in its file. */
export type Holder = { pid: number; born?: string; address?: string; stopping?: boolean }

export type Lock = {
  /** Tells whoever finds the lock taken more about its holder. */
  tell: (more: Omit<Holder, 'pid' | 'born'>) => Promise<void>
  release: () => Promise<void>
}

/** Takes the lock in `file`, or returns who holds it. A lock whose holder is gone is nobody's. */
export async function takeLock(file: string): Promise<Lock | Holder> {
  await mkdir(dirname(file), { recursive: true })
  const own = `${file}.${process.pid}`
  const write = (holder: Holder) => writeFile(own, JSON.stringify(holder), { mode: 0o600 })
  const self = { pid: process.pid, born: readBirth(process.pid) }
  await write(self)
  try {
    for (;;) {
      try {
        // Unlike a rename, a link fails when the name is taken: of two that try at once one gets it.
        await link(own, file)
        return {
          async tell(more) {
            await write({ ...self, ...more })
            await rename(own, file)
          },
          release: () => rm(file, { force: true }),
        }
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      }
      const holder = await readHolder(file)
      if (holder && isHolding(holder)) return holder
      await discard(file, own)
    }
  } finally {
    await rm(own, { force: true })
  }
}

/** Waits for the lock as long as another process holds it. */
export async function waitForLock(file: string): Promise<Lock> {
  for (;;) {
    const taken = await takeLock(file)
    if ('release' in taken) return taken
    await new Promise((done) => setTimeout(done, 100))
  }
}

async function readHolder(file: string): Promise<Holder | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Holder
  } catch {
    return undefined
  }
}

function isHolding({ pid, born }: Holder): boolean {
  return isAlive(pid) && readBirth(pid) === born
}

/** Removes an abandoned lock, unless another process was first and the lock is now that one's. */
async function discard(file: string, own: string): Promise<void> {
  const aside = `${own}.abandoned`
  try {
    await rename(file, aside)
    const holder = await readHolder(aside)
    if (holder && isHolding(holder)) await link(aside, file).catch(() => {})
    await unlink(aside)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}
