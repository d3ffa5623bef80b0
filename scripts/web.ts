import { pathToFileURL } from 'node:url'
import { ensureKeys } from '#app/features/credentials/keys.server.ts'
import { environment } from '#app/platform/environment.server.ts'
import { listen } from '#app/platform/http/announcements.server.ts'
import { loadAssets } from '#app/platform/http/assets.server.ts'
import { createPortal } from '#app/platform/http/portal.server.ts'
import { visitorPages } from '#app/platform/http/visitor-pages.server.ts'
import { connection } from '#db/client.server.ts'
import { command } from './support/command.ts'
import { parentStops } from './support/stopping.ts'

/** One of the processes that answer requests; `start.ts` runs them. */
await command(async () => {
  const settings = environment()
  const stopped = parentStops()
  const { db } = connection()
  const listener = listen(settings.databaseUrl ?? '', 'visitor_pages', () => pages.forget())
  const pages = visitorPages({
    secure: settings.baseUrl.startsWith('https:'),
    isFresh: listener.isListening,
  })
  await ensureKeys(db)
  const server = createPortal({
    environment: settings,
    db,
    build: await import(pathToFileURL('build/server/index.js').href),
    assets: await loadAssets('build/client'),
    visitorPages: pages,
  })
  server.listen(settings.port, settings.host, () => process.send?.('ready'))

  await stopped
  const finished = new Promise((resolve) => server.close(resolve))
  server.closeIdleConnections()
  await Promise.race([finished, new Promise((done) => setTimeout(done, 10_000))])
  await listener.stop()
  process.exit(0)
})
