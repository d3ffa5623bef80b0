import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { benchRegion } from './bench-region.ts'
import type { RegionName } from './region.ts'
import { type Figures, printFigures, writeFigures } from './report.ts'

const { values } = parseArgs({ options: { quick: { type: 'boolean' }, only: { type: 'string' } } })
const only = values.only?.split(',')
const names: RegionName[] = (['demo', 'big'] as const).filter(
  (name) => !only || only.includes(name) || !only.some((part) => part === 'demo' || part === 'big'),
)
const wants = (part: string) =>
  !only || only.includes(part) || only.every((name) => name === 'demo' || name === 'big')

// Whoever started this is gone; what this started then notices the same.
process.on('disconnect', () => process.exit(1))

// Before anything reads the settings, which it does once.
process.env.SECRET_KEY = randomBytes(32).toString('hex')

try {
  const figures: Figures = {}
  for (const name of names) figures[name] = await benchRegion(name, { quick: values.quick ?? false, wants })
  printFigures(figures)
  await writeFigures(figures)
  process.exit(0)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
