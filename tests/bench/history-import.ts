import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { paths } from '#app/paths.ts'
import type { Db } from '#db/client.server.ts'
import { historyFile, rowsOfHistory as rows } from './history-file.ts'
import { percentiles } from './load.ts'
import { headersOf } from './pages.ts'
import { cost, milliseconds, type Run } from './runs.ts'
import { send } from './send.ts'
import type { Running } from './servers.ts'

/** The page comes again by itself, so often. */
const refreshMs = 2_000
const mostMs = 300_000

type Headers = Record<string, string>

/**
 * A coordinator takes over 20,000 rows from before the portal: the file is sent and checked by a web process, then taken
 * over by the worker, while its page is asked how far it is. All the time somebody else asks for /mijn.
 */
export async function benchHistoryImport(db: Db, portal: Running): Promise<Run[]> {
  const coordinator = await headersOf(db, 'coordinator@demo.test')
  const teacher = await headersOf(db, 'docent@demo.test')
  const upload = await asUpload(await historyFile(db))
  // Once to warm up, and then to tell.
  const warming = keepAsking(portal, paths.mine(), teacher)
  await pause(refreshMs)
  await warming.p99()
  const before = keepAsking(portal, paths.mine(), teacher)
  await pause(refreshMs)
  const quietP99Ms = await before.p99()
  console.log(`Measuring: an import of ${rows} rows …`)

  let location: string | undefined
  const whileChecked = keepAsking(portal, paths.mine(), teacher)
  const checking = await cost(portal, async () => {
    location = (await send(portal, paths.history(), coordinator, upload.body, upload.type)).location
  })
  const checkedP99Ms = await whileChecked.p99()
  const importId = Number(location?.split('/').at(-1))
  if (!importId) throw new Error('The list of an import was not as it should be.')

  const steps = { changes: 0, longestMs: 0 }
  const whileTaken = keepAsking(portal, paths.mine(), teacher)
  const taking = await cost(portal, async () => {
    await send(portal, paths.historyImport(importId), coordinator, 'act=start')
    await Promise.all([
      refreshUntilDone(portal, paths.historyImport(importId), coordinator),
      followProgress(db, importId, steps),
    ])
  })
  const takenP99Ms = await whileTaken.p99()
  const { people } = await takenOver(db, importId)
  const common = { each: 'rows', times: rows, quietP99Ms }
  return [
    {
      ...common,
      ...checking,
      name: `reading and checking ${rows} rows`,
      meanwhileP99Ms: checkedP99Ms,
      said: `a file of ${(upload.body.length / 1e6).toFixed(1)} MB`,
    },
    {
      ...common,
      ...taking,
      // The page comes every two seconds; it was done before.
      elapsedMs: await secondsOf(db, importId),
      name: `taking over ${rows} rows`,
      meanwhileP99Ms: takenP99Ms,
      floorMs: await milliseconds(() => insertSameRows(db, importId)),
      said: `${people} new people; ${steps.changes} steps, at most ${Math.round(steps.longestMs)} ms apart`,
    },
  ]
}

/** Asks for a page forty times a second, whatever else goes on, until told how long the slowest took. */
function keepAsking(portal: Running, path: string, headers: Headers) {
  let stopped = false
  const answers: Promise<number>[] = []
  const asking = (async () => {
    while (!stopped) {
      answers.push(send(portal, path, headers).then(({ ms }) => ms))
      await pause(25)
    }
  })()
  return {
    async p99(): Promise<number> {
      stopped = true
      await asking
      return percentiles(await Promise.all(answers)).p99Ms
    },
  }
}

/** Comes again as the page does, as long as it shows how far it is. */
async function refreshUntilDone(portal: Running, path: string, headers: Headers): Promise<void> {
  for (const started = performance.now(); performance.now() - started < mostMs; ) {
    const { text } = await send(portal, path, headers)
    if (!text.includes('<progress')) return
    await pause(refreshMs)
  }
  throw new Error(`An import was not done in ${mostMs / 1000} seconds.`)
}

/** Sees every change of what the page shows, closer than the page itself comes. */
async function followProgress(
  db: Db,
  importId: number,
  steps: { changes: number; longestMs: number },
): Promise<void> {
  let shown = ''
  let since = performance.now()
  for (let state = 'started'; state === 'started'; await pause(10)) {
    const list = await db
      .selectFrom('historyImport')
      .select(['state', 'doneCount'])
      .where('id', '=', importId)
      .executeTakeFirstOrThrow()
    state = list.state
    const shows = `${state} ${list.doneCount}`
    if (shown !== '' && shows !== shown) {
      steps.changes++
      steps.longestMs = Math.max(steps.longestMs, performance.now() - since)
      since = performance.now()
    }
    shown = shows
  }
}

/** From pressing the button until it was done, by the list's own account. */
async function secondsOf(db: Db, importId: number): Promise<number> {
  const { startedAt, finishedAt } = await db
    .selectFrom('historyImport')
    .select(['startedAt', 'finishedAt'])
    .where('id', '=', importId)
    .executeTakeFirstOrThrow()
  return (finishedAt?.getTime() ?? 0) - (startedAt?.getTime() ?? 0)
}

async function takenOver(db: Db, importId: number): Promise<{ people: number }> {
  const { rows: found } = await sql<{ taken: number; people: number }>`
    select (select count(*) from past_attendance where import_id = ${importId}) as taken,
      (select count(*) from history_person where import_id = ${importId}) as people`.execute(db)
  const { taken = 0, people = 0 } = found[0] ?? {}
  if (taken !== rows) throw new Error(`Of ${rows} rows ${taken} were taken over.`)
  return { people }
}

/** As many people, addresses and rows as were taken over, under other names, addresses and days. */
function insertSameRows(db: Db, importId: number) {
  return sql`
    with someone as (
      insert into person (given_name, family_name, created_at)
      select given_name, family_name, created_at from person
      join history_person on person_id = person.id and import_id = ${importId}
    ), address as (
      insert into email_address (person_id, address, is_primary)
      select email_address.person_id, 'nog-' || address, false from email_address
      join history_person on history_person.person_id = email_address.person_id and import_id = ${importId}
    )
    insert into past_attendance (import_id, line, person_id, organisation_id, title, held_on, minutes, project_number)
    select import_id, line, person_id, organisation_id, title, held_on - 20000, minutes, project_number
    from past_attendance where import_id = ${importId}`.execute(db)
}

/** The file as a form sends it. */
async function asUpload(content: string): Promise<{ body: Buffer; type: string }> {
  const form = new FormData()
  form.set('file', new File([content], 'eerdere scholing.csv', { type: 'text/csv' }))
  const encoded = new Response(form)
  return {
    body: Buffer.from(await encoded.arrayBuffer()),
    type: encoded.headers.get('Content-Type') ?? '',
  }
}
