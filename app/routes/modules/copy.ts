import type { LoaderFunctionArgs } from '@remix-run/node'
import { offlineCopy } from '#app/features/modules/offline-copy.server.tsx'
import { attachment } from '#app/platform/files/content-disposition.ts'
import { theRegion } from '#app/platform/region.server.ts'
import { database } from '#db/client.server.ts'
import { loadModule } from './load-module.server.ts'

/** A module as one file to keep: never shown in our own origin, where its styles would not be taken. */
export async function loader(args: LoaderFunctionArgs) {
  const module = await loadModule(args)
  const db = database()
  const { name: region, demo } = await theRegion(db)
  return new Response(await offlineCopy(db, module, { region, demo }), {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Disposition': attachment(`${module.title}.html`),
      'Cache-Control': 'private, no-cache',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
