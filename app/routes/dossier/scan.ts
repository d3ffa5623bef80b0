import type { LoaderFunctionArgs } from '@remix-run/node'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { findScan } from '#app/features/qualifications/verification-queries.server.ts'
import { serveFile } from '#app/platform/files/serve-file.server.ts'
import { idFrom } from '#app/platform/forms.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { database } from '#db/client.server.ts'

/** The scan of one's own paper. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const scan = orNotFound(await findScan(database(), idFrom(args.params.id)))
  authorize(actor, 'qualification.keep', scan)
  return serveFile(database(), orNotFound(scan.fileId), args.request)
}
