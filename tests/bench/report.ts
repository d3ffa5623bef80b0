import { mkdir, writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { judgeAims } from './aims.ts'
import type { PageFigures, RegionFigures } from './bench-region.ts'
import type { RegionName } from './region.ts'
import type { Run } from './runs.ts'

export type Figures = Partial<Record<RegionName, RegionFigures>>

const number = (value: number, digits: number) => value.toFixed(digits)
const ms = (value: number) => number(value, value < 10 ? 1 : 0)

/** Prints everything as tables in markdown, for reading here and for docs/performance.md. */
export function printFigures(figures: Figures): void {
  const lines: string[] = ['']
  for (const [region, { pages, acts, runs, lighthouse, startUpMs, residentMegabytes }] of Object.entries(
    figures,
  )) {
    lines.push(`### ${region}`, '')
    if (pages.length > 0) lines.push(...pageTable(pages))
    if (acts.length > 0) {
      lines.push('| act | times | p50 ms | p99 ms | processor ms | |', '|---|--:|--:|--:|--:|---|')
      for (const { name, times, p50Ms, p99Ms, processorMs, said = '' } of acts) {
        lines.push(`| ${name} | ${times} | ${ms(p50Ms)} | ${ms(p99Ms)} | ${ms(processorMs)} | ${said} |`)
      }
      lines.push('')
    }
    if (runs.length > 0) lines.push(...runTable(runs))
    if (lighthouse) {
      lines.push('| Lighthouse (phone) | accessibility | performance |', '|---|--:|--:|')
      for (const { page, accessibility, performance } of lighthouse) {
        lines.push(`| ${page} | ${accessibility} | ${performance} |`)
      }
      lines.push('')
    }
    const { node, postgres } = residentMegabytes
    lines.push(
      `Start-up with a warm data folder: ${number(startUpMs / 1000, 2)} s. In memory after the measuring: ` +
        `${number(node, 0)} MB in the processes of Node, ${number(postgres, 0)} MB in PostgreSQL.`,
      '',
    )
  }
  console.log([...lines, ...judgeAims(figures)].join('\n'))
}

function pageTable(pages: PageFigures[]): string[] {
  const lines = [
    '| page | queries | kB sent | at once | requests/s | p50 ms | p99 ms | processor ms | floor requests/s | floor p99 ms | floor processor ms | times the floor |',
    `|---|${'--:|'.repeat(11)}`,
  ]
  for (const { name, queries, bytes, portal, floor } of pages) {
    for (const [connections, measured] of Object.entries(portal)) {
      const bare = floor[Number(connections)]
      if (!bare) continue
      const cells = [
        name,
        queries,
        number(bytes / 1000, 1),
        connections,
        number(measured.requestsPerSecond, 0),
        ms(measured.p50Ms),
        ms(measured.p99Ms),
        number(measured.processorMsPerRequest, 2),
        number(bare.requestsPerSecond, 0),
        ms(bare.p99Ms),
        number(bare.processorMsPerRequest, 2),
        number(bare.requestsPerSecond / measured.requestsPerSecond, 2),
      ]
      lines.push(`| ${cells.join(' | ')} |`)
    }
  }
  return [...lines, '']
}

function runTable(runs: Run[]): string[] {
  const lines = [
    '| run | seconds | a second | processor ms each | floor seconds | times the floor | p99 of /mijn meanwhile | before | |',
    `|---|${'--:|'.repeat(7)}---|`,
  ]
  for (const { name, each, times, elapsedMs, processorMs, floorMs, ...run } of runs) {
    const { quietP99Ms, meanwhileP99Ms, said = '' } = run
    const cells = [
      name,
      number(elapsedMs / 1000, 1),
      `${number((times / elapsedMs) * 1000, 0)} ${each}`,
      number(processorMs / times, 2),
      floorMs === undefined ? '' : number(floorMs / 1000, 1),
      floorMs === undefined ? '' : number(elapsedMs / floorMs, 1),
      meanwhileP99Ms === undefined ? '' : ms(meanwhileP99Ms),
      quietP99Ms === undefined ? '' : ms(quietP99Ms),
      said,
    ]
    lines.push(`| ${cells.join(' | ')} |`)
  }
  return [...lines, '']
}

export async function writeFigures(figures: Figures): Promise<void> {
  const at = new Date().toISOString()
  const file = `bench-results/${at.replaceAll(':', '-')}.json`
  await mkdir('bench-results', { recursive: true })
  const machine = { processor: cpus()[0]?.model, cores: cpus().length, measuredOn: process.env.BENCH_CORES }
  const content = { at, machine, node: process.version, ...figures }
  await writeFile(file, `${JSON.stringify(content, null, 2)}\n`)
  console.log(`Written to ${file}.`)
}
