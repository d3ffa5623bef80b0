import { readdir } from 'node:fs/promises'
import { runMigrations } from 'graphile-worker'
import { type Migration, type MigrationProvider, Migrator } from 'kysely/migration'
import { type Connection, connect, type Db } from './client.server.ts'

const folder = new URL('./migrations/', import.meta.url)

/** The names of all migrations, in order. */
export async function listMigrations(): Promise<string[]> {
  const files = await readdir(folder)
  return files
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.replace(/\.ts$/, ''))
    .sort()
}

const provider: MigrationProvider = {
  async getMigrations() {
    const migrations: Record<string, Migration> = {}
    for (const name of await listMigrations()) {
      migrations[name] = await import(new URL(`${name}.ts`, folder).href)
    }
    return migrations
  },
}

/**
 * Brings the database up to date; returns the names of the migrations it carried out.
 * One lock is held for the whole run: of two processes that start at once one migrates and the other waits.
 */
export async function migrate(connectionString: string): Promise<string[]> {
  return withPatience(connectionString, async ({ db, pool }) => {
    const migrator = new Migrator({
      db,
      provider,
      migrationTableName: 'migration',
      migrationLockTableName: 'migration_lock',
    })
    const { error, results } = await migrator.migrateToLatest()
    if (error) throw error
    await runMigrations({ pgPool: pool })
    return (results ?? []).map((result) => result.migrationName)
  })
}

// Any number will do, as long as nothing else in this database uses it.
const startLock = 7_266_135

/**
 * For what happens once, at a start: a connection whose statements may take their time, while no other process does
 * the same to this database.
 */
export async function withPatience<T>(
  connectionString: string,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const connection = connect(connectionString, { max: 4, statementTimeout: 0 })
  try {
    const client = await connection.pool.connect()
    try {
      await client.query('set idle_in_transaction_session_timeout = 0')
      await client.query('select pg_advisory_lock($1)', [startLock])
      return await work(connection)
    } finally {
      // Ends the session, and with it the lock.
      client.release(true)
    }
  } finally {
    await connection.db.destroy()
  }
}

/** Whether every migration that this code knows has been carried out. */
export async function isMigrated(db: Db): Promise<boolean> {
  const done = await (db as unknown as MigrationRecords).selectFrom('migration').select('name').execute()
  const names = new Set(done.map(({ name }) => name))
  return (await listMigrations()).every((name) => names.has(name))
}

/** Kysely's own table, which the generated schema leaves out. */
type MigrationRecords = import('kysely').Kysely<{ migration: { name: string } }>
