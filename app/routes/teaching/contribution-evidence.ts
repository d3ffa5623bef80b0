import type { LoaderFunctionArgs } from '@remix-run/node'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { findContribution } from '#app/features/contributions/contribution-queries.server.ts'
import { findMeetingSource } from '#app/features/contributions/meeting-contribution-queries.server.ts'
import { serveFile } from '#app/platform/files/serve-file.server.ts'
import { idFrom } from '#app/platform/forms.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { database } from '#db/client.server.ts'

/** The file that shows what was brought, for who may record it. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const line = orNotFound(await findContribution(database(), idFrom(args.params.id)))
  const meeting =
    line.sourceKind === 'meeting' ? await findMeetingSource(database(), line.sourceId) : undefined
  if (meeting) {
    authorize(actor, 'contribution.record', { editionId: meeting.editionId, meetingId: meeting.id })
  } else {
    authorize(actor, 'contribution.manage')
  }
  return serveFile(database(), orNotFound(line.evidenceFileId), args.request)
}
