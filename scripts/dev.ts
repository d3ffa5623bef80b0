import type { ServerBuild } from '@remix-run/node'
import { createServer as createVite, type ViteDevServer } from 'vite'
import { runWorker } from '#app/jobs.server.ts'
import { readEnvironment } from '#app/platform/environment.server.ts'
import { createPortal } from '#app/platform/http/portal.server.ts'
import { connect, shareConnection } from '#db/client.server.ts'
import { command } from './support/command.ts'
import { databaseServerFor, ownSecret, prepareDatabase } from './support/own-database.ts'
import { stopAsked } from './support/stopping.ts'

/** `npm run dev`: the portal in one process, with pages that follow your edits. */
await command(async () => {
  const stopping = stopAsked(() => process.exit(1))
  const settings = readEnvironment()
  const database = await databaseServerFor(settings)
  try {
    await database.tell({ address: settings.baseUrl })
    const region = await prepareDatabase(database.connectionString, {
      seedDemo: !settings.databaseUrl,
      demoPassword: settings.demoPassword,
    })
    process.env.NODE_ENV = 'development'
    process.env.DATABASE_URL = database.connectionString
    if (!settings.secretKey && region?.demo) process.env.SECRET_KEY = await ownSecret(settings.dataDir)
    const connection = connect(database.connectionString)
    shareConnection(connection)

    let vite: ViteDevServer | undefined
    const server = createPortal({
      environment: settings,
      db: connection.db,
      build: async () => (await vite?.ssrLoadModule('virtual:remix/server-build')) as ServerBuild,
      developmentFiles: (req, res, next) => vite?.middlewares(req, res, next),
    })
    vite = await createVite({ server: { middlewareMode: true, hmr: { server } }, appType: 'custom' })
    const worker = await runWorker(connection)
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(settings.port, settings.host, resolve)
    })
    console.log(`The portal follows your edits: ${settings.baseUrl}`)
    await stopping
    server.closeAllConnections()
    server.close()
    await Promise.all([vite.close(), worker.stop()])
    await connection.db.destroy()
  } finally {
    await database.stop()
  }
  process.exit(0)
})
