import type { Mark } from './attendance.ts'

/** Marks that wait on this device: of one meeting, by one person. Another login neither sees nor sends them. */
export type UnsentMarks = { savedAt: number; marks: Mark[] }

const keyOf = (meetingId: number, personId: number) => `presentie:${meetingId}:${personId}`

export function readUnsent(meetingId: number, personId: number): UnsentMarks | undefined {
  try {
    const kept = localStorage.getItem(keyOf(meetingId, personId))
    const value = kept ? (JSON.parse(kept) as UnsentMarks) : undefined
    return Array.isArray(value?.marks) ? value : undefined
  } catch {
    return undefined
  }
}

/** Keeps what was not sent yet; false when this device keeps nothing (a full or a closed store). */
export function keepUnsent(meetingId: number, personId: number, unsent: UnsentMarks): boolean {
  try {
    if (unsent.marks.length === 0) localStorage.removeItem(keyOf(meetingId, personId))
    else localStorage.setItem(keyOf(meetingId, personId), JSON.stringify(unsent))
    return true
  } catch {
    return false
  }
}
