import type { RegionFigures } from './bench-region.ts'
import type { Figures } from './report.ts'

type Aim = { aim: string; limit: number; measured: number; atLeast?: boolean }

/** Every aim of docs/performance.md that this run can judge, with what was measured. */
export function judgeAims(figures: Figures): string[] {
  const aims = [
    ...Object.entries(figures).flatMap(([region, found]) =>
      aimsOf(found).map((aim) => ({ ...aim, aim: `${region}: ${aim.aim}` })),
    ),
    ...(figures.demo && figures.big ? aimsOfGrowth(figures.demo, figures.big) : []),
  ]
  const lines = ['| aim | limit | measured | |', '|---|--:|--:|---|']
  for (const { aim, limit, measured, atLeast } of aims) {
    const met = atLeast ? measured >= limit : measured <= limit
    const digits = limit < 10 ? 2 : 0
    lines.push(
      `| ${aim} | ${atLeast ? 'at least' : 'at most'} ${limit} | ${measured.toFixed(digits)} | ${met ? 'met' : '**missed**'} |`,
    )
  }
  return aims.length > 0 ? [...lines, ''] : []
}

const requestsAtLeast: Record<string, number> = {
  'catalogue, search': 900,
  '/mijn': 240,
  'roster of 200': 90,
}

function aimsOf({ pages, acts, runs, lighthouse = [] }: RegionFigures): Aim[] {
  const aims: Aim[] = []
  for (const { name, kind, queries, portal, floor } of pages) {
    const [own, bare] = [portal[16], floor[16]]
    if (!own || !bare) continue
    const visitor = kind === 'visitor'
    const times = bare.requestsPerSecond / own.requestsPerSecond
    aims.push({ aim: `${name}, times its floor`, limit: visitor ? 3 : 6, measured: times })
    aims.push({ aim: `${name}, p99 in ms`, limit: visitor ? 100 : 250, measured: own.p99Ms })
    aims.push({ aim: `${name}, queries`, limit: 10, measured: queries })
    const least = requestsAtLeast[name]
    if (least) {
      const measured = own.requestsPerSecond
      aims.push({ aim: `${name}, requests a second`, limit: least, measured, atLeast: true })
    }
  }
  for (const { name, p50Ms, p99Ms, processorMs } of acts) {
    if (name.startsWith('saving')) aims.push({ aim: `${name}, ms`, limit: 30, measured: p50Ms })
    if (name.endsWith('in 10 seconds')) aims.push({ aim: `${name}, p99 in ms`, limit: 250, measured: p99Ms })
    if (name.startsWith('checking')) aims.push({ aim: `${name}, ms`, limit: 200, measured: p99Ms })
    if (name.endsWith('PDF')) aims.push({ aim: `${name}, processor ms`, limit: 25, measured: processorMs })
  }
  for (const { name, meanwhileP99Ms: measured } of runs) {
    if (measured !== undefined) aims.push({ aim: `/mijn during ${name}, p99 in ms`, limit: 250, measured })
  }
  for (const { page, accessibility, performance } of lighthouse) {
    const name = `${page} by Lighthouse`
    aims.push({ aim: `${name}, accessibility`, limit: 100, measured: accessibility, atLeast: true })
    aims.push({ aim: `${name}, performance`, limit: 95, measured: performance, atLeast: true })
  }
  return aims
}

/** No line may be much dearer in the large region: by processor time, which a busy machine blurs least. */
function aimsOfGrowth(demo: RegionFigures, big: RegionFigures): Aim[] {
  const costs = ({ pages, acts, runs }: RegionFigures) =>
    new Map([
      ...pages.map(({ name, portal }) => [name, portal[16]?.processorMsPerRequest ?? 0] as const),
      ...acts.map(({ name, processorMs }) => [name, processorMs] as const),
      ...runs.map(({ name, processorMs, times }) => [name, processorMs / times] as const),
    ])
  const large = costs(big)
  return [...costs(demo)].map(([name, cost]) => ({
    aim: `${name}, processor time in the large region by that in the demo`,
    limit: 1.5,
    measured: (large.get(name) ?? 0) / cost,
  }))
}
