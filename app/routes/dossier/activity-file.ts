import type { LoaderFunctionArgs } from '@remix-run/node'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { findActivityFile } from '#app/features/dossier/hour-queries.server.ts'
import { noteView } from '#app/features/qualifications/note-view.server.ts'
import { teamsOf } from '#app/features/qualifications/team-of-queries.server.ts'
import { serveFile } from '#app/platform/files/serve-file.server.ts'
import { idFrom } from '#app/platform/forms.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { database } from '#db/client.server.ts'

/** What shows that somebody did something elsewhere: for them, and for who decides, as long as it is to be decided. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const db = database()
  const { personId, fileId, state } = orNotFound(await findActivityFile(db, idFrom(args.params.id)))
  authorize(actor, 'qualification.see-scan', {
    personId,
    teamIds: await teamsOf(db, personId),
    beingChecked: state === 'requested',
  })
  await noteView(db, actor, { personId, what: 'dossier' })
  return serveFile(db, orNotFound(fileId), args.request)
}
