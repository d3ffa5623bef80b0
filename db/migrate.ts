import { readdir } from 'node:fs/promises'
import { runMigrations } from 'graphile-worker'
import { type Migration, type MigrationProvider, Migrator } from 'kysely/migration'
import type { Connection } from './client.server.ts'

const folder = new URL('./migrations/', import.meta.url)

const provider: MigrationProvider = {
  async getMigrations() {
    const names = (await readdir(folder)).filter((name) => name.endsWith('.ts')).sort()
    const migrations: Record<string, Migration> = {}
    for (const name of names) {
      migrations[name.replace(/\.ts$/, '')] = await import(new URL(name, folder).href)
    }
    return migrations
  },
}

/**
 * Brings the database up to date; returns the names of the migrations it carried out.
 * Kysely takes a lock for the whole run, so of two processes that start at once one migrates and the other waits.
 */
export async function migrate({ db, pool }: Connection): Promise<string[]> {
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
}
