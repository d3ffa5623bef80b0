import { today } from '#app/platform/clock.ts'
import { Refusal } from '#app/platform/refusal.ts'
import { recordingOpensOn } from './attendance.ts'
import { attendanceTexts } from './attendance-texts.ts'

type Meeting = { startsAt: Date; status: 'planned' | 'cancelled'; editionStatus: string }

/** Why nothing can be recorded at this meeting now; undefined when it can. */
export function whyNotRecordable(meeting: Meeting): string | undefined {
  if (meeting.status === 'cancelled' || meeting.editionStatus === 'cancelled') {
    return attendanceTexts.meetingCancelled
  }
  const opensOn = recordingOpensOn(meeting)
  return today() < opensOn ? attendanceTexts.notYet(opensOn) : undefined
}

export function refuseUnlessRecordable(meeting: Meeting): void {
  const sentence = whyNotRecordable(meeting)
  if (sentence) throw new Refusal(sentence)
}
