import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { glob, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { sql } from 'kysely'
import { today } from '#app/platform/clock.ts'
import { connect } from '#db/client.server.ts'
import { startEmbedded } from '#db/embedded.ts'
import { isAlive } from '#db/processes.ts'
import type { BigSize } from '#db/seeds/big/layout.ts'
import { seedBig } from '#db/seeds/big/seed-big.ts'
import { prepareDatabase } from '#scripts/support/own-database.ts'

export type RegionName = 'demo' | 'big'

/**
 * The demo gets the least that a roster of 200 and a storm of 500 people need: 800 people, and the editions for both.
 * The big region is the demo a hundred times.
 */
const sizes: Record<RegionName, (editions: number) => BigSize> = {
  demo: (editions) => ({ people: 800, editions: editions + 17, attendance: 1200, times: 1 }),
  big: () => ({ people: 20_000, editions: 2_000, attendance: 400_000, times: 100 }),
}

const folder = resolve('.cache/bench')

/** A data folder with this region, for one run to do with as it likes. Made once a day, for its dates follow the day. */
export async function regionFolder(name: RegionName): Promise<string> {
  const kept = join(folder, name)
  const stamp = await fingerprint()
  const stampFile = join(kept, 'made-from')
  if (!existsSync(stampFile) || (await readFile(stampFile, 'utf8')) !== stamp) {
    await rm(kept, { recursive: true, force: true })
    await mkdir(kept, { recursive: true })
    console.log(`Making the region "${name}" …`)
    await makeRegion(name, kept)
    await writeFile(stampFile, stamp)
  }
  await removeAbandoned()
  const own = `${kept}-run-${process.pid}`
  const { status } = spawnSync('cp', ['-a', kept, own], { stdio: 'inherit' })
  if (status !== 0) throw new Error(`${kept} could not be copied.`)
  return own
}

/** What a run that was broken off left behind. */
async function removeAbandoned(): Promise<void> {
  for await (const left of glob(`${folder}/*-run-*`)) {
    if (!isAlive(Number(left.split('-').at(-1)))) await rm(left, { recursive: true, force: true })
  }
}

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256').update(today())
  const files: string[] = []
  for await (const file of glob(['db/**/*.ts', 'tests/bench/region.ts'])) files.push(file)
  for (const file of files.sort()) hash.update(await readFile(file))
  return hash.digest('hex')
}

async function makeRegion(name: RegionName, dataDir: string): Promise<void> {
  const flags = ['fsync=off', 'max_wal_size=8GB', 'shared_buffers=512MB'].flatMap((flag) => ['-c', flag])
  const server = await startEmbedded(dataDir, { flags })
  try {
    await prepareDatabase(server.connectionString, { seedDemo: true, demoPassword: 'bijblijven-demo' })
    const { db } = connect(server.connectionString, { statementTimeout: 0 })
    const { editions } = await db
      .selectFrom('edition')
      .select((it) => it.fn.countAll<number>().as('editions'))
      .executeTakeFirstOrThrow()
    await seedBig(db, sizes[name](editions))
    await sql`vacuum (analyze)`.execute(db)
    await db.destroy()
  } finally {
    await server.stop()
  }
}
