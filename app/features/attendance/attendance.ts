import { dayOf } from '#app/platform/clock.ts'
/** What was recorded for one enrolment at one meeting. */
export type AttendanceState = 'present' | 'excused' | 'absent'

/** Minutes are whole; late and left early say something only of who was present. */
export type Attendance = {
  state: AttendanceState
  minutesLate: number
  minutesLeftEarly: number
  note: string | null
}

/** A state that somebody chose, and the version of the record that they saw; 0 where they saw none. */
export type Mark = Attendance & { enrolmentId: number; basedOn: number }

/** Most people a save may name at once. */
export const maximumMarks = 1000

export function sameAttendance(one: Attendance, other: Attendance): boolean {
  return (
    one.state === other.state &&
    one.minutesLate === other.minutesLate &&
    one.minutesLeftEarly === other.minutesLeftEarly &&
    one.note === other.note
  )
}

/** As it is kept: no minutes with who was not there, no empty note. */
export function tidyAttendance({ state, minutesLate, minutesLeftEarly, note }: Attendance): Attendance {
  const there = state === 'present'
  return {
    state,
    minutesLate: there ? minutesLate : 0,
    minutesLeftEarly: there ? minutesLeftEarly : 0,
    note: note?.trim() || null,
  }
}

export function lengthInMinutes({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }): number {
  return Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000)
}

/** The minutes that count for somebody who was there all the time. */
export function netMinutes(meeting: { startsAt: Date; endsAt: Date; breakMinutes: number }): number {
  return lengthInMinutes(meeting) - meeting.breakMinutes
}

/**
 * The minutes that count: net of breaks. Minutes late and left early are taken off whole, whether a break fell in them
 * or not, because nobody writes that down; the outcome is never below zero.
 */
export function attendedMinutes(
  meeting: { netMinutes: number },
  attendance: Pick<Attendance, 'state' | 'minutesLate' | 'minutesLeftEarly'> | null,
): number {
  if (attendance?.state !== 'present') return 0
  return Math.max(0, meeting.netMinutes - attendance.minutesLate - attendance.minutesLeftEarly)
}

/** Recording opens on the meeting's own day, in Amsterdam: who is excused is known before it begins. */
export function recordingOpensOn(meeting: { startsAt: Date }): string {
  return dayOf(meeting.startsAt)
}
