import { CamelCasePlugin, Kysely, type Transaction as KyselyTransaction, PostgresDialect } from 'kysely'
import pg from 'pg'
import { environment } from '#app/platform/environment.server.ts'
import { preparing } from './prepared.server.ts'
import type { DB } from './schema.ts'

export type Db = Kysely<DB>
/** What must be one transaction says so in its type. */
export type Transaction = KyselyTransaction<DB>

// int8 as number: ids and counts stay far below 2^53. date as string: a day is not an instant.
const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (format !== 'binary') {
      if (oid === pg.types.builtins.INT8) return Number
      if (oid === pg.types.builtins.DATE) return (value: string) => value
      if (oid === pg.types.builtins.NUMERIC) return Number
    }
    return pg.types.getTypeParser(oid, format as 'text')
  },
}

export type Connection = { db: Db; pool: pg.Pool }

/**
 * Opens a pool on `connectionString`. Whoever opens one closes it with `db.destroy()`.
 * A statement is given up after `statementTimeout` milliseconds (30 seconds unless told, never when 0).
 */
export function connect(
  connectionString: string,
  options: { max?: number; statementTimeout?: number } = {},
): Connection {
  const pool = new pg.Pool({
    connectionString,
    max: options.max ?? 10,
    // How long a request stands in line for a connection when all are busy: a storm is answered late rather than refused.
    connectionTimeoutMillis: 30_000,
    idleTimeoutMillis: 60_000,
    statement_timeout: options.statementTimeout ?? 30_000,
    idle_in_transaction_session_timeout: 60_000,
    // Locks are safe only in read committed: whatever the server's default, this is ours. A page looked up by its index
    // is no dearer than the next one in a row: what is asked is in memory, or on a disk without a head to move.
    options:
      '-c timezone=Europe/Amsterdam -c default_transaction_isolation=read\\ committed ' +
      '-c random_page_cost=1.1 -c jit=off',
    types,
  })
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  const db = new Kysely<DB>({
    dialect: new PostgresDialect({ pool: preparing(pool) }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
  return { db, pool }
}

// The build of the pages and the server in front of it are separate bundles in one process: they share this one pool.
const key = Symbol.for('bijblijven.connection')
const shared = globalThis as { [key]?: Connection }

/** The connection of this process, opened at first use. */
export function connection(): Connection {
  shared[key] ??= openFromEnvironment()
  return shared[key]
}

/** Makes `other` the connection of this process. */
export function shareConnection(other: Connection | undefined): void {
  shared[key] = other
}

/** The database of this process. */
export function database(): Db {
  return connection().db
}

function openFromEnvironment(): Connection {
  const { databaseUrl } = environment()
  if (!databaseUrl) throw new Error('No database: DATABASE_URL is not set in this process.')
  return connect(databaseUrl)
}

/** Runs `work` in a transaction, joining one that is open already. Only commands call it. */
export function inTransaction<T>(db: Db | Transaction, work: (trx: Transaction) => Promise<T>): Promise<T> {
  return db.isTransaction ? work(db as Transaction) : db.transaction().execute(work)
}
