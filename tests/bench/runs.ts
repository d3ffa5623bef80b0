import { processorMs } from './processor-time.ts'
import type { Running } from './servers.ts'

/** Much work in one go, that nobody waits for while it is done. */
export type Run = {
  name: string
  /** What there is so much of: 'people', 'rows'. */
  each: string
  times: number
  elapsedMs: number
  /** Of all of it together. */
  processorMs: number
  /** What PostgreSQL alone takes to write the same rows. */
  floorMs?: number
  /** How long somebody else's page took before it, and while it went on. */
  quietP99Ms?: number
  meanwhileP99Ms?: number
  said?: string
}

/** How long this takes, and what it costs the whole portal. */
export async function cost(
  portal: Running,
  work: () => Promise<unknown>,
): Promise<{ elapsedMs: number; processorMs: number }> {
  const before = processorMs([portal.pid])
  const started = performance.now()
  await work()
  const elapsedMs = performance.now() - started
  return { elapsedMs, processorMs: processorMs([portal.pid]) - before }
}

/** Only how long. */
export async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}
