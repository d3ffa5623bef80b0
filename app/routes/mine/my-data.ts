import { Readable } from 'node:stream'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '#app/access/require-actor.server.ts'
import { dataZip } from '#app/features/privacy/data-zip.server.ts'
import { today } from '#app/platform/clock.ts'
import { attachment } from '#app/platform/files/content-disposition.ts'
import { countAttempt } from '#app/platform/throttle.server.ts'
import { database } from '#db/client.server.ts'

/** Everything that is kept about oneself. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  if (!(await countAttempt('take-data', String(actor.personId)))) throw new Response(null, { status: 429 })
  const zip = await dataZip(database(), actor)
  return new Response(Readable.toWeb(zip) as ReadableStream<Uint8Array>, {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Disposition': attachment(`Mijn gegevens ${today()}.zip`),
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
