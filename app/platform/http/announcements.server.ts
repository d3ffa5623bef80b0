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
  const ownChannel = `alive_${randomUUID().replaceAll('-', '')}`
  let client: pg.Client | undefined
  let isListening = false
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let heard = () => {}

  async function open(): Promise<void> {
    const current = new pg.Client({
      connectionString,
      connectionTimeoutMillis: patienceMs,
      query_timeout: patienceMs,
      keepAlive: true,
    })
    client = current
    current.on('error', () => lose(current))
    current.on('end', () => lose(current))
    current.on('notification', (message) => (message.channel === channel ? onNews() : heard()))
    try {
      await current.connect()
      await current.query(`listen ${ownChannel}`)
      await current.query(`listen ${channel}`)
    } catch {
      lose(current)
    }
    await tryOut(current)
  }

  /** Announces something to ourselves, and expects to hear it. */
  async function tryOut(current: pg.Client): Promise<void> {
    if (client !== current || stopped) return
    const late = setTimeout(() => lose(current), patienceMs)
    heard = () => {
      clearTimeout(late)
      if (client !== current || stopped) return
      if (!isListening) onNews()
      isListening = true
      timer = setTimeout(() => tryOut(current), beatMs).unref()
    }
    await current.query(`notify ${ownChannel}`).catch(() => lose(current))
  }

  function lose(current: pg.Client): void {
    if (client !== current) return
    client = undefined
    isListening = false
    current.end().catch(() => {})
    clearTimeout(timer)
    if (!stopped) timer = setTimeout(open, 1_000).unref()
  }

  open()
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
