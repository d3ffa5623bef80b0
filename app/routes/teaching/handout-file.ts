import type { LoaderFunctionArgs } from '@remix-run/node'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { findHandout } from '#app/features/attendance/handout-queries.server.ts'
import { serveFile } from '#app/platform/files/serve-file.server.ts'
import { idFrom } from '#app/platform/forms.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { database } from '#db/client.server.ts'

/** A hand-out, for who takes part in its edition, trains it or coordinates. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const handout = orNotFound(await findHandout(database(), idFrom(args.params.id), actor.personId))
  authorize(actor, 'handout.read', handout)
  return serveFile(database(), handout.fileId, args.request)
}
