import { createHash } from 'node:crypto'
import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type pg from 'pg'

/** Asked so often, a query is worth its memory in every connection. */
const oftenEnough = 5
const mostQueries = 300
const isQuery = /^\s*(select|with|insert|update|delete)\b/i

/**
 * The same pool, in which queries that keep coming back are prepared: parsed once for each connection, and planned
 * anew only where PostgreSQL finds that worth it. Planning is the larger part of what a short query costs.
 */
export function preparing(pool: pg.Pool): PostgresPool {
  const seen = new Map<string, number>()
  const names = new Map<string, string>()

  function nameOf(text: string): string | undefined {
    const known = names.get(text)
    if (known || names.size >= mostQueries || !isQuery.test(text)) return known
    const times = (seen.get(text) ?? 0) + 1
    if (times < oftenEnough) {
      // Texts that differ each time, as with a list of another length, do not pile up here.
      if (seen.size >= mostQueries * 4) seen.clear()
      seen.set(text, times)
      return undefined
    }
    seen.delete(text)
    const name = createHash('sha256').update(text).digest('base64url')
    names.set(text, name)
    return name
  }

  return {
    async connect() {
      const client = await pool.connect()
      const prepared = {
        query: (text: string, values: readonly unknown[]) =>
          client.query({ name: nameOf(text), text, values: values as unknown[] }),
        release: (discard?: boolean) => client.release(discard),
      }
      // Kysely knows a cursor too, which we have none of.
      return prepared as unknown as PostgresPoolClient
    },
    options: pool.options,
    end: () => pool.end(),
  }
}
