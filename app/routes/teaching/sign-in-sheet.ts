import type { LoaderFunctionArgs } from '@remix-run/node'
import { authorize } from '#app/access/authorize.ts'
import { requireActor } from '#app/access/require-actor.server.ts'
import { findMeeting, listRoster } from '#app/features/attendance/roster-queries.server.ts'
import { signInSheetPdf } from '#app/features/attendance/sign-in-sheet-pdf.server.ts'
import { placeOf } from '#app/features/catalogue/place.ts'
import { dayOf } from '#app/platform/clock.ts'
import { attachment } from '#app/platform/files/content-disposition.ts'
import { idFrom } from '#app/platform/forms.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { theRegion } from '#app/platform/region.server.ts'
import { database } from '#db/client.server.ts'

/** The list to sign that goes round in the hall, as a PDF. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const db = database()
  const meeting = orNotFound(await findMeeting(db, idFrom(args.params.id)))
  authorize(actor, 'attendance.record', { editionId: meeting.editionId, meetingId: meeting.id })
  const [rows, region] = await Promise.all([listRoster(db, meeting), theRegion(db)])
  const pdf = await signInSheetPdf({
    offering: meeting.title,
    edition: meeting.editionCode,
    meetingNumber: meeting.number,
    meetingCount: meeting.count,
    startsAt: meeting.startsAt,
    endsAt: meeting.endsAt,
    place: placeOf(meeting),
    trainers: meeting.trainers,
    region: region.name,
    participants: rows.map(({ name, school }) => ({ name, school: school ?? '' })),
    demo: region.demo,
  })
  return new Response(new Uint8Array(pdf), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': attachment(`tekenlijst-${meeting.editionCode}-${dayOf(meeting.startsAt)}.pdf`),
      'Cache-Control': 'private, no-store',
    },
  })
}
