import autocannon from 'autocannon'
import { processorMs } from './processor-time.ts'

export type Load = {
  url: string
  headers: Record<string, string>
  connections: number
  seconds: number
  /** So many requests instead, each of which is waited for. */
  amount?: number
  /** The processes whose processor time is counted, with all they started. */
  processes: number[]
}

export type Measured = {
  requestsPerSecond: number
  p50Ms: number
  p99Ms: number
  processorMsPerRequest: number
  requests: number
}

/** Asks for a page again and again over so many connections. An answer that is not 200 ends the benchmark. */
export async function measure({
  url,
  headers,
  connections,
  seconds,
  amount,
  processes,
}: Load): Promise<Measured> {
  const milliseconds: number[] = []
  const processorBefore = processorMs(processes)
  const started = performance.now()
  const running = autocannon({
    url,
    headers,
    connections,
    timeout: 30,
    ...(amount ? { amount } : { duration: seconds }),
  })
  running.on('response', (_client, _status, _bytes, ms) => milliseconds.push(ms))
  const result = await running
  const elapsed = (performance.now() - started) / 1000
  const processor = processorMs(processes) - processorBefore
  const statuses = Object.keys(result.statusCodeStats).filter((status) => status !== '200')
  if (result.errors > 0 || result.non2xx > 0 || statuses.length > 0) {
    throw new Error(`${url} answered with ${statuses.join(', ') || `${result.errors} broken connections`}.`)
  }
  return {
    requestsPerSecond: milliseconds.length / elapsed,
    ...percentiles(milliseconds),
    processorMsPerRequest: processor / milliseconds.length,
    requests: milliseconds.length,
  }
}

export function percentiles(milliseconds: number[]): { p50Ms: number; p99Ms: number } {
  const sorted = milliseconds.toSorted((one, other) => one - other)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { p50Ms: at(0.5), p99Ms: at(0.99) }
}

/** Of several rounds, figure by figure, the one in the middle: a machine is never quite quiet. */
export function middle(rounds: Measured[]): Measured {
  const of = (key: keyof Measured) => percentiles(rounds.map((round) => round[key])).p50Ms
  return {
    requestsPerSecond: of('requestsPerSecond'),
    p50Ms: of('p50Ms'),
    p99Ms: of('p99Ms'),
    processorMsPerRequest: of('processorMsPerRequest'),
    requests: rounds.reduce((total, { requests }) => total + requests, 0),
  }
}
