import { setTimeout as pause } from 'node:timers/promises'
import { paths } from '#app/paths.ts'
import type { Db } from '#db/client.server.ts'
import type { Act } from './acts.ts'
import { percentiles } from './load.ts'
import { headersOf } from './pages.ts'
import { processorMs } from './processor-time.ts'
import { send } from './send.ts'
import type { Running } from './servers.ts'

const rows = 20_000
/** People came more than once; every second one is somebody whom the portal knows, if the region is large enough. */
const people = 8_000

/**
 * A coordinator takes 20,000 rows of before the portal over: the file is sent and checked, then carried out by the
 * portal's worker while its page is asked how far it is, and somebody else looks at their own overview.
 */
export async function benchHistoryImport(db: Db, portal: Running): Promise<Act[]> {
  const coordinator = await headersOf(db, 'coordinator@demo.test')
  const teacher = await headersOf(db, 'docent@demo.test')
  console.log(`Measuring: an import of ${rows} rows …`)
  const mine = () => send(portal, paths.mine(), teacher).then(({ ms }) => ms)
  const quiet: number[] = []
  for (let time = 0; time < 50; time++) quiet.push(await mine())

  const beforeChecking = processorMs([portal.pid])
  const { body, type } = asUpload(await listOf(db))
  const checked = await send(portal, paths.history(), coordinator, body, type)
  const page = checked.location
  if (!page?.startsWith(`${paths.history()}/`))
    throw new Error(`The list was not checked: ${checked.text.slice(0, 300)}`)
  const checking = processorMs([portal.pid]) - beforeChecking

  const beforeTaking = processorMs([portal.pid])
  const started = performance.now()
  await send(portal, page, coordinator, 'act=start')
  const meanwhile: number[] = []
  const progress: { at: number; value: string }[] = []
  let done = false
  const looking = (async () => {
    while (!done) {
      meanwhile.push(await mine())
      await pause(20)
    }
  })()
  while (!done) {
    const { text } = await send(portal, page, coordinator)
    const value = /<progress[^>]* value="(\d+)"/.exec(text)?.[1]
    done = value === undefined
    if (value !== undefined && value !== progress.at(-1)?.value)
      progress.push({ at: performance.now(), value })
    if (performance.now() - started > 300_000) throw new Error('The import did not end within five minutes.')
    await pause(50)
  }
  const elapsed = performance.now() - started
  await looking
  const taking = processorMs([portal.pid]) - beforeTaking
  const { taken } = await db
    .selectFrom('pastAttendance')
    .select((it) => it.fn.countAll<number>().as('taken'))
    .where('importId', '=', Number(page.split('/').at(-1)))
    .executeTakeFirstOrThrow()
  if (taken !== rows) throw new Error(`Of ${rows} rows ${taken} were taken over.`)
  const moments = [started, ...progress.map(({ at }) => at), started + elapsed]
  const longest = Math.max(...moments.slice(1).map((at, index) => at - (moments[index] as number)))
  return [
    {
      name: `reading and checking a list of ${rows} rows`,
      times: 1,
      p50Ms: checked.ms,
      p99Ms: checked.ms,
      processorMs: checking,
    },
    {
      name: `taking over ${rows} rows`,
      times: 1,
      p50Ms: elapsed,
      p99Ms: elapsed,
      processorMs: taking,
      said:
        `${Math.round((rows / elapsed) * 1000)} rows a second; ${progress.length} steps of progress seen, ` +
        `${Math.round(longest)} ms apart at most; /mijn meanwhile p50 ${percentiles(meanwhile).p50Ms.toFixed(1)} ms, ` +
        `p99 ${percentiles(meanwhile).p99Ms.toFixed(0)} ms (before: ${percentiles(quiet).p50Ms.toFixed(1)} and ` +
        `${percentiles(quiet).p99Ms.toFixed(0)})`,
    },
  ]
}

async function listOf(db: Db): Promise<string> {
  const schools = await db
    .selectFrom('organisation')
    .select(['name', 'town'])
    .where('name', 'like', 'Voorbeeldschool %')
    .orderBy('id')
    .execute()
  const lines = Array.from({ length: rows }, (_, row) => {
    const person = row % people
    const { name, town } = schools[person % schools.length] as { name: string; town: string }
    const address = person % 2 === 0 ? `oud${person}@demo.test` : `persoon${person}@demo.test`
    const day = new Date(
      Date.UTC(2022, 8, 1) + Math.floor(row / people) * 40 * 86_400_000 + (row % 30) * 86_400_000,
    )
    const date = day.toISOString().slice(0, 10).split('-').reverse().join('-')
    return `Voornaam Voorbeeld-Oud ${person};${address};${name};${town};${date};Scholing ${row % 50};${1 + (row % 4)},5;${1 + (row % 9)}`
  })
  return ['naam;e-mailadres;school;plaats;datum;titel;uren;project', ...lines].join('\r\n')
}

/** The file as a form sends it. */
function asUpload(content: string): { body: Buffer; type: string } {
  const boundary = 'bijblijven-bench'
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="oude-lijst.csv"\r\nContent-Type: text/csv\r\n\r\n`
  return {
    body: Buffer.from(`${head}${content}\r\n--${boundary}--\r\n`),
    type: `multipart/form-data; boundary=${boundary}`,
  }
}
