import type { LoaderFunctionArgs } from '@remix-run/node'
import { findShownFile } from '#app/features/modules/module-queries.server.ts'
import { serveFile } from '#app/platform/files/serve-file.server.ts'
import { idFrom } from '#app/platform/forms.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { database } from '#db/client.server.ts'

/** A file of what everybody reads, to download. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const db = database()
  return serveFile(db, orNotFound(await findShownFile(db, idFrom(params.id))), request)
}
