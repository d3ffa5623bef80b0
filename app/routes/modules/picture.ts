import type { LoaderFunctionArgs } from '@remix-run/node'
import { findShownPicture } from '#app/features/modules/module-queries.server.ts'
import { servePicture } from '#app/platform/files/serve-file.server.ts'
import { idFrom } from '#app/platform/forms.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { database } from '#db/client.server.ts'

/** A picture of what everybody reads, in one of the widths in which it is kept. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const db = database()
  return servePicture(
    db,
    orNotFound(await findShownPicture(db, idFrom(params.id), idFrom(params.width))),
    request,
  )
}
