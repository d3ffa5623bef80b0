import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Environment, SettingsError } from '#app/platform/environment.server.ts'
import { startEmbedded } from '#db/embedded.ts'
import { migrate, withPatience } from '#db/migrate.ts'
import { seedReference } from '#db/seeds/seed-reference.ts'
import { explainConnection } from './command.ts'
import { type Holder, type Lock, takeLock } from './lock.ts'

export type DatabaseServer = {
  connectionString: string
  /** Tells whoever starts a second portal on the same folder where this one is. */
  tell: Lock['tell']
  stop: () => Promise<void>
}

/** The database this installation uses: that of DATABASE_URL, or its own in DATA_DIR, started here. */
export async function databaseServerFor({
  databaseUrl,
  dataDir,
  webConcurrency,
}: Environment): Promise<DatabaseServer> {
  if (databaseUrl) return { connectionString: databaseUrl, tell: async () => {}, stop: async () => {} }
  const lock = await takeDataDir(dataDir)
  try {
    // Every process of the portal has ten connections; the rest is for tools.
    const connections = 10 * (webConcurrency + 4) + 50
    const flags = ['-c', `max_connections=${connections}`, '-c', 'shared_buffers=256MB']
    const { connectionString, stop } = await startEmbedded(dataDir, { flags })
    return {
      connectionString,
      tell: lock.tell,
      async stop() {
        await stop()
        await lock.release()
      },
    }
  } catch (error) {
    await lock.release()
    throw error
  }
}

/** One portal for a folder. A predecessor that is just ending is waited for. */
async function takeDataDir(dataDir: string): Promise<Lock> {
  const file = join(dataDir, 'portal.lock')
  let holder: Holder | undefined
  for (const started = Date.now(); ; ) {
    const taken = await takeLock(file)
    if ('release' in taken) return taken
    holder = taken
    // One that was killed from outside needs a moment to notice.
    const patience = holder.stopping ? 30_000 : 1_500
    if (Date.now() - started > patience) break
    await new Promise((done) => setTimeout(done, 100))
  }
  const where = holder.address ? ` at ${holder.address}` : ''
  throw new SettingsError(
    `The portal is running already${where} (process ${holder.pid}) with the data in ${dataDir}: stop it first, or choose another DATA_DIR.`,
  )
}

/** Migrates; puts the demo region into an own database that is still empty; returns the region, if there is one. */
export async function prepareDatabase(
  connectionString: string,
  settings: { seedDemo: boolean; demoPassword: string },
): Promise<{ demo: boolean } | undefined> {
  try {
    await migrate(connectionString)
    return await withPatience(connectionString, async ({ db }) => {
      const find = () => db.selectFrom('region').select('demo').executeTakeFirst()
      const region = await find()
      if (region || !settings.seedDemo) return region
      console.log('Making the demo region …')
      const { seedDemo } = await import('#db/seeds/demo/seed-demo.ts')
      await db.transaction().execute(async (trx) => {
        await seedReference(trx)
        await seedDemo(trx, { demoPassword: settings.demoPassword })
      })
      return find()
    })
  } catch (error) {
    throw explainConnection(error, connectionString)
  }
}

/** The secret of a demo: made once, and readable by its owner only. */
export async function ownSecret(dataDir: string): Promise<string> {
  const file = join(dataDir, 'secret-key')
  if (existsSync(file)) return (await readFile(file, 'utf8')).trim()
  await mkdir(dataDir, { recursive: true })
  const secret = randomBytes(32).toString('base64url')
  await writeFile(file, `${secret}\n`, { mode: 0o600 })
  return secret
}
