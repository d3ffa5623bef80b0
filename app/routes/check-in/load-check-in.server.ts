import { checkInWindow, isTakenLate } from '#app/features/check-in/check-in.ts'
import { ownQrOf } from '#app/features/check-in/check-in-code.server.ts'
import { type CheckInMeeting, findCheckIn } from '#app/features/check-in/check-in-queries.server.ts'
import { secretOf } from '#app/features/check-in/check-in-secret.server.ts'
import { checkInTexts } from '#app/features/check-in/check-in-texts.ts'
import { now } from '#app/platform/clock.ts'
import { database } from '#db/client.server.ts'
import type { Known } from './who.server.ts'

/** Why nobody can check in at this meeting at this moment; null when they can. */
export function whyNotNow(meeting: CheckInMeeting): string | null {
  if (meeting.status === 'cancelled' || meeting.editionStatus === 'cancelled') return checkInTexts.cancelled
  if (meeting.editionStatus === 'closed') return checkInTexts.closed
  const { opensAt, closesAt } = checkInWindow(meeting)
  if (now() < opensAt) return checkInTexts.notOpenYet(opensAt)
  return now() < closesAt ? null : checkInTexts.over
}

/** What the pages of a participant show alike: the meeting, who they are, how far it is, and their own QR code. */
export async function loadCheckIn(meeting: CheckInMeeting, { participant, by }: Known) {
  const db = database()
  const { enrolmentId, name } = participant
  const mayStillCome = meeting.status === 'planned' && isTakenLate(meeting, now())
  return {
    meeting: { id: meeting.id, title: meeting.title, startsAt: meeting.startsAt, endsAt: meeting.endsAt },
    participant: { enrolmentId, name, by },
    standing: (await findCheckIn(db, meeting.id, enrolmentId)) ?? null,
    notNow: whyNotNow(meeting),
    ownQr: mayStillCome ? ownQrOf(await secretOf(db, meeting.id), meeting.id, enrolmentId) : null,
  }
}

export type CheckInData = Awaited<ReturnType<typeof loadCheckIn>>
