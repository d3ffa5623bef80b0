import { type Attendance, type Mark, sameAttendance, tidyAttendance } from './attendance.ts'

/** What stands on the server, as this page knows it; null with nothing recorded. */
export type Known = (Attendance & { version: number }) | null
export type Theirs = Attendance & {
  version: number
  recordedByName: string | null
  recordedAt: string | null
}

export type RosterState = {
  known: ReadonlyMap<number, Known>
  /** Chosen here and not yet on the server. */
  unsent: ReadonlyMap<number, Mark>
  /** Recorded by somebody else in the meantime: waits for a choice. */
  conflicts: ReadonlyMap<number, Theirs>
  /** Said no to by the server, with a sentence; waits for another choice. */
  refused: ReadonlyMap<number, string>
}

/** What the server answers to marks that were sent. */
export type Reply = {
  kept: { enrolmentId: number; version: number }[]
  conflicts: { enrolmentId: number; theirs: Theirs }[]
  refused: { enrolmentId: number; sentence: string }[]
}

export type RosterAct =
  | { kind: 'choose'; enrolmentId: number; attendance: Attendance }
  | { kind: 'restore'; marks: Mark[] }
  /** What the server says now of everybody, asked while this page is open. */
  | { kind: 'refreshed'; rows: { id: number; recorded: Known }[] }
  | { kind: 'answered'; sent: Mark[]; reply: Reply }
  | { kind: 'settle'; enrolmentId: number; keep: 'mine' | 'theirs' }

/** The pure half of the roster on a phone: what is on screen, what still has to be sent, what needs a choice. */
export function rosterReducer(state: RosterState, act: RosterAct): RosterState {
  const next = {
    known: new Map(state.known),
    unsent: new Map(state.unsent),
    conflicts: new Map(state.conflicts),
    refused: new Map(state.refused),
  }
  if (act.kind === 'choose') {
    const attendance = tidyAttendance(act.attendance)
    const known = state.known.get(act.enrolmentId) ?? null
    next.refused.delete(act.enrolmentId)
    next.conflicts.delete(act.enrolmentId)
    if (known && sameAttendance(known, attendance)) next.unsent.delete(act.enrolmentId)
    else
      next.unsent.set(act.enrolmentId, {
        ...attendance,
        enrolmentId: act.enrolmentId,
        basedOn: known?.version ?? 0,
      })
  }
  if (act.kind === 'restore') {
    for (const mark of act.marks) {
      const known = state.known.get(mark.enrolmentId)
      // Somebody who left the list meanwhile, or what turns out to have arrived after all, waits for nothing.
      if (known === undefined || (known && sameAttendance(known, mark))) continue
      if (!next.unsent.has(mark.enrolmentId)) next.unsent.set(mark.enrolmentId, mark)
    }
  }
  if (act.kind === 'refreshed') {
    for (const { id, recorded } of act.rows) {
      // An answer that was under way when something was saved here is older than what is known.
      const known = state.known.get(id)
      if ((recorded?.version ?? 0) >= (known?.version ?? 0)) next.known.set(id, recorded)
      const waiting = state.unsent.get(id)
      if (recorded && waiting && sameAttendance(recorded, waiting)) next.unsent.delete(id)
    }
  }
  if (act.kind === 'answered') take(next, act.sent, act.reply)
  if (act.kind === 'settle') {
    const theirs = state.conflicts.get(act.enrolmentId)
    const mine = state.unsent.get(act.enrolmentId)
    next.conflicts.delete(act.enrolmentId)
    if (act.keep === 'mine' && theirs && mine)
      next.unsent.set(act.enrolmentId, { ...mine, basedOn: theirs.version })
    else next.unsent.delete(act.enrolmentId)
  }
  return next
}

type Draft = {
  known: Map<number, Known>
  unsent: Map<number, Mark>
  conflicts: Map<number, Theirs>
  refused: Map<number, string>
}

function take(next: Draft, sent: Mark[], reply: Reply): void {
  const bySent = new Map(sent.map((mark) => [mark.enrolmentId, mark]))
  for (const { enrolmentId, version } of reply.kept) {
    const mark = bySent.get(enrolmentId)
    if (!mark) continue
    const { enrolmentId: _, basedOn: __, ...attendance } = mark
    next.known.set(enrolmentId, { ...attendance, version })
    const waiting = next.unsent.get(enrolmentId)
    if (!waiting) continue
    // Changed again while it was under way: that is based on what has just arrived.
    if (sameAttendance(waiting, mark)) next.unsent.delete(enrolmentId)
    else next.unsent.set(enrolmentId, { ...waiting, basedOn: version })
  }
  for (const { enrolmentId, theirs } of reply.conflicts) {
    next.known.set(enrolmentId, theirs)
    next.conflicts.set(enrolmentId, theirs)
  }
  for (const { enrolmentId, sentence } of reply.refused) next.refused.set(enrolmentId, sentence)
}

/** What can be sent now: not what waits for a choice. */
export function sendable({ unsent, conflicts, refused }: RosterState): Mark[] {
  return [...unsent.values()].filter(
    ({ enrolmentId }) => !conflicts.has(enrolmentId) && !refused.has(enrolmentId),
  )
}

/** What the screen shows for somebody: what was chosen here, or else what is known; null with neither. */
export function shown(state: RosterState, enrolmentId: number): Attendance | null {
  return state.unsent.get(enrolmentId) ?? state.known.get(enrolmentId) ?? null
}
