import type { LoaderFunctionArgs } from '@remix-run/node'
import { renderToStaticMarkup } from 'react-dom/server'
import { ModuleCopy } from '#app/features/modules/components/module-copy.tsx'
import { forPupils, withPart } from '#app/features/modules/document.ts'
import { standsAlone, withOneWidth } from '#app/features/modules/offline-copy.server.ts'
import { paths } from '#app/paths.ts'
import { fullAddress } from '#app/platform/address.server.ts'
import { now, today } from '#app/platform/clock.ts'
import { attachment } from '#app/platform/files/content-disposition.ts'
import { theRegion } from '#app/platform/region.server.ts'
import { formatDayYear } from '#app/ui/format.ts'
import { database } from '#db/client.server.ts'
import { loadModule } from './load-module.server.ts'

/**
 * A module as one file to keep on a device, or to put in an electronic learning environment. A download, and in a sandbox:
 * our own origin never shows it.
 */
export async function loader(args: LoaderFunctionArgs) {
  const whole = await loadModule(args)
  const toPupils = new URL(args.request.url).searchParams.get('voor') !== 'docenten'
  const etag = `"${whole.versionId}-${toPupils}-${today()}"`
  const headers = { 'Cache-Control': 'private, no-cache', ETag: etag }
  // A copy of a day is always the same.
  if (args.request.headers.get('If-None-Match') === etag) return new Response(null, { status: 304, headers })
  const module = withOneWidth(toPupils ? withPart(whole, forPupils(whole.document)) : whole)
  const db = database()
  const { name: region, demo } = await theRegion(db)
  const page = renderToStaticMarkup(
    <ModuleCopy
      module={module}
      region={region}
      demo={demo}
      day={formatDayYear(now())}
      address={fullAddress(paths.module(module.slug))}
    />,
  )
  return new Response(`<!DOCTYPE html>${await standsAlone(db, module, page)}`, {
    headers: {
      ...headers,
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Disposition': attachment(`${module.title}.html`),
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
