import type { LoaderFunctionArgs } from '@remix-run/node'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { noteView } from '#app/features/qualifications/note-view.server.ts'
import { teamsOf } from '#app/features/qualifications/team-of-queries.server.ts'
import { findScan } from '#app/features/qualifications/verification-queries.server.ts'
import { serveFile } from '#app/platform/files/serve-file.server.ts'
import { idFrom } from '#app/platform/forms.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { database } from '#db/client.server.ts'

/** The scan of somebody's paper, for who checks it and as long as it is being checked; its holder sees that they looked. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const db = database()
  const { id, personId, fileId, verification, withdrawnAt } = orNotFound(
    await findScan(db, idFrom(args.params.id)),
  )
  authorize(actor, 'qualification.see-scan', {
    personId,
    teamIds: await teamsOf(db, personId),
    beingChecked: verification === 'unverified' && withdrawnAt === null,
  })
  await noteView(db, actor, { personId, what: 'scan', qualificationId: id })
  return serveFile(db, orNotFound(fileId), args.request)
}
