import { randomUUID } from 'node:crypto'
import pg from 'pg'

export type Listener = { isListening: () => boolean; stop: () => Promise<void> }

const beatMs = 15_000
const patienceMs = 5_000

/**
 * Hears every announcement on `channel` in PostgreSQL. `onNews` is called for each, and each time listening starts
 * (again), because of what may have been missed. Whether listening really works is not assumed but tried, every
 * fifteen seconds: behind a pooler that hands out sessions by the transaction nothing would ever arrive.
 */
export function listen(connectionString: string, channel: string, onNews: () => void): Listener {
  let client: pg.Client | undefined
  let isListening = false
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  const ownChannel = `alive_${randomUUID().replaceAll('-', '')}`
  let heard: (() => void) | undefined

  async function beat(): Promise<void> {
    if (!client) return
    const arrived = new Promise<void>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error('no announcement arrived')), patienceMs)
      heard = () => {
        clearTimeout(late)
        resolve()
      }
    })
    await Promise.all([client.query(`notify ${ownChannel}`), arrived])
  }

  async function connect(): Promise<void> {
    const current = new pg.Client({
      connectionString,
      connectionTimeoutMillis: patienceMs,
      query_timeout: patienceMs,
      keepAlive: true,
    })
    client = current
    const lose = () => {
      if (client === current) fall()
    }
    current.on('error', lose)
    current.on('end', lose)
    current.on('notification', (message) => (message.channel === channel ? onNews() : heard?.()))
    await current.connect()
    await current.query(`listen ${ownChannel}`)
    await current.query(`listen ${channel}`)
  }

  async function run(): Promise<void> {
    try {
      if (!client) await connect()
      await beat()
      if (!isListening && !stopped) {
        onNews()
        isListening = true
      }
    } catch {
      fall()
    }
    if (!stopped) timer = setTimeout(run, isListening ? beatMs : 1_000).unref()
  }

  function fall(): void {
    isListening = false
    client?.end().catch(() => {})
    client = undefined
  }

  run()
  return {
    isListening: () => isListening,
    async stop() {
      stopped = true
      isListening = false
      clearTimeout(timer)
      await client?.end().catch(() => {})
    },
  }
}
