import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Connection, connect } from '#db/client.server.ts'
import { type Acts, benchActs } from './acts.ts'
import { benchCheckIns } from './check-ins.ts'
import { benchCredentials } from './credentials.ts'
import { benchLapsing, benchTeamAndRadar } from './dossier.ts'
import { freePort } from './free-port.ts'
import { benchHistoryImport } from './history-import.ts'
import { type LighthouseScores, lighthouseScores } from './lighthouse.ts'
import { type Measured, measure, middle } from './load.ts'
import { benchModules } from './modules.ts'
import { type BenchPage, benchPages, headersOf } from './pages.ts'
import { residentMegabytes } from './processor-time.ts'
import { type Recorded, startRecorder } from './recording.ts'
import { type RegionName, regionFolder } from './region.ts'
import { benchReminders } from './reminders.ts'
import type { Run } from './runs.ts'
import { databaseOf, type Running, start, startPortal } from './servers.ts'

export type PageFigures = {
  name: string
  kind: BenchPage['kind']
  queries: number
  bytes: number
  /** By how many connections at once. */
  portal: Record<number, Measured>
  floor: Record<number, Measured>
}

export type RegionFigures = {
  startUpMs: number
  residentMegabytes: { node: number; postgres: number }
  pages: PageFigures[]
  acts: Acts
  runs: Run[]
  lighthouse?: LighthouseScores
}

type Options = { quick: boolean; wants: (part: string) => boolean }

const concurrencies = [1, 16]

/** Starts the portal on a region of its own and measures everything there is to measure. */
export async function benchRegion(name: RegionName, options: Options): Promise<RegionFigures> {
  const dataDir = await regionFolder(name)
  // One secret for all of them: what this process seals, each portal opens.
  await writeFile(join(dataDir, 'secret-key'), process.env.SECRET_KEY ?? '')
  let portal: Running | undefined
  let floor: Running | undefined
  let connection: Connection | undefined
  try {
    // Twice: the first start writes its secret, and finds no page of the files in the memory of the machine.
    portal = await startPortal(dataDir)
    await portal.stop()
    portal = await startPortal(dataDir)
    const database = await databaseOf(dataDir)
    process.env.DATABASE_URL = database.connectionString
    connection = connect(database.connectionString)

    const everyPage = await benchPages(connection.db)
    const pages = options.wants('pages') ? everyPage : []
    const recorded = await record(database.connectionString, pages)
    const pagesFile = join(dataDir, 'pages.json')
    await writeFile(pagesFile, JSON.stringify(recorded))
    const floorPort = String(await freePort())
    const floorEnv = { FLOOR_DATABASE_URL: database.connectionString }
    floor = await start('tests/bench/floor.ts', [pagesFile, floorPort], floorEnv)

    const figures: PageFigures[] = []
    for (const page of pages) {
      console.log(`Measuring ${name}: ${page.name} …`)
      const sides = {
        portal: { url: portal.url + page.path, processes: [portal.pid] },
        floor: { url: floor.url + page.path, processes: [floor.pid, database.pid] },
      }
      const measured = await measureSides(sides, page.headers, options)
      const { queries, bytes } = recorded[page.path] as Recorded
      figures.push({ name: page.name, kind: page.kind, queries: queries.length, bytes, ...measured })
    }
    const memory = residentMegabytes([portal.pid])
    const lighthouse =
      name === 'demo' && options.wants('lighthouse')
        ? await lighthouseScores(everyPage, portal.url)
        : undefined
    const { db } = connection
    const acts: Acts = options.wants('acts') ? await benchActs(db, portal, options) : []
    if (options.wants('check-ins')) acts.push(...(await benchCheckIns(db, portal)))
    // These add people to the region, so they come last.
    const runs = options.wants('import') ? await benchHistoryImport(db, portal) : []
    if (options.wants('reminders')) runs.push(await benchReminders(db, portal))
    if (options.wants('dossier')) {
      acts.push(...(await benchTeamAndRadar(db, portal, options)))
      runs.push(...(await benchCredentials(db, portal)), await benchLapsing(db, portal))
    }
    if (options.wants('modules')) {
      acts.push(...(await benchModules(db, portal, await headersOf(db, 'docent@demo.test'), options)))
    }
    const { startedInMs } = portal
    return { startUpMs: startedInMs, residentMegabytes: memory, pages: figures, acts, runs, lighthouse }
  } finally {
    await floor?.stop()
    await connection?.db.destroy()
    await portal?.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

async function record(connectionString: string, pages: BenchPage[]): Promise<Record<string, Recorded>> {
  const recorder = await startRecorder(connectionString)
  const recorded: Record<string, Recorded> = {}
  for (const { path, headers } of pages) recorded[path] = await recorder.record(path, headers)
  await recorder.stop()
  return recorded
}

type Side = { url: string; processes: number[] }

/** Portal and floor by turns, so that what else the machine does falls on both. */
async function measureSides(
  sides: { portal: Side; floor: Side },
  headers: Record<string, string>,
  { quick }: Options,
) {
  const rounds = quick ? 1 : 3
  const seconds = 1
  // Of what takes long not a second is measured, which would leave answers for the next to wait for (and 16 at once
  // on two cores may not have had one), but a few requests.
  const alone = await measure({ ...sides.portal, headers, connections: 1, seconds, amount: 5 })
  const amountOf = (connections: number) => (alone.p50Ms > 40 ? { amount: connections * 4 } : {})
  const measured: Record<keyof typeof sides, Record<number, Measured>> = { portal: {}, floor: {} }
  for (const side of ['portal', 'floor'] as const) {
    await measure({ ...sides[side], headers, connections: 16, seconds: quick ? 1 : 3, ...amountOf(16) })
  }
  for (const connections of concurrencies) {
    const taken: Record<keyof typeof sides, Measured[]> = { portal: [], floor: [] }
    for (let round = 0; round < rounds; round++) {
      for (const side of ['portal', 'floor'] as const) {
        taken[side].push(
          await measure({ ...sides[side], headers, connections, seconds, ...amountOf(connections) }),
        )
      }
    }
    for (const side of ['portal', 'floor'] as const) measured[side][connections] = middle(taken[side])
  }
  return measured
}
