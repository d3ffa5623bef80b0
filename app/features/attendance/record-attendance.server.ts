import { sql } from 'kysely'
import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { now } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { orNotFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction, type Transaction } from '#db/client.server.ts'
import { type Attendance, lengthInMinutes, type Mark, sameAttendance, tidyAttendance } from './attendance.ts'
import {
  listRecorded,
  listRecordedAt,
  lockMeetingForRecording,
  type MeetingToRecord,
  type Recorded,
} from './attendance-queries.server.ts'
import { attendanceTexts } from './attendance-texts.ts'
import { refuseUnlessRecordable } from './recordable.server.ts'

export type RecordOptions = {
  /** `device`: the marks waited on a phone for the network. */
  way?: 'roster' | 'device'
  /** Why something is changed after the edition was closed; asked for then only. */
  reason?: string | null
}

/** Somebody else recorded this person in the meantime: both states, for whoever came later to choose. */
export type Conflict = { enrolmentId: number; name: string; yours: Attendance; theirs: Recorded }

export type RecordOutcome = {
  /** Stand as asked for now, whether they had to be changed or not. */
  kept: { enrolmentId: number; version: number }[]
  changed: number
  conflicts: Conflict[]
  /** Could not be, each with a sentence. */
  refused: { enrolmentId: number; sentence: string }[]
}

/**
 * Records who was there, for as many people as are named. A mark is compared with the version it was based on: what
 * somebody else recorded in the meantime is never overwritten but handed back as a conflict. Saving twice changes
 * nothing. Every change is kept in `attendance_change`.
 */
export function recordAttendance(
  db: Db,
  actor: Actor,
  meetingId: number,
  marks: Mark[],
  { way = 'roster', reason = null }: RecordOptions = {},
): Promise<RecordOutcome> {
  return inTransaction(db, async (trx) => {
    const meeting = orNotFound(await lockMeetingForRecording(trx, meetingId))
    authorize(actor, 'attendance.record', { editionId: meeting.editionId, meetingId })
    refuseUnlessRecordable(meeting)
    const correction = meeting.editionStatus === 'closed'
    if (correction && !reason?.trim()) throw new Refusal(attendanceTexts.reasonNeeded, 'reason')
    const { outcome, changes } = await weigh(trx, meeting, marks)
    if (changes.length > 0) {
      await write(trx, actor, meetingId, changes, { way: correction ? 'correction' : way, reason })
      const details = { people: changes.length }
      const action = correction ? 'attendance.correct' : 'attendance.record'
      await note(trx, actor, action, { type: 'meeting', id: meetingId }, { reason, details })
    }
    return outcome
  })
}

type Change = { mark: Mark; from: Recorded | undefined }

/** What each mark comes to, given what stands there now. */
async function weigh(trx: Transaction, meeting: MeetingToRecord, marks: Mark[]) {
  const recorded = await listRecorded(trx, meeting, [...new Set(marks.map((mark) => mark.enrolmentId))])
  const stale = marks.filter(({ enrolmentId, basedOn }) => {
    const version = recorded.get(enrolmentId)?.version ?? 0
    return basedOn > 0 && basedOn < version
  })
  const seen = await listRecordedAt(trx, meeting.id, stale)
  const outcome: RecordOutcome = { kept: [], changed: 0, conflicts: [], refused: [] }
  const changes = new Map<number, Change>()
  for (const given of marks) {
    const { enrolmentId, basedOn } = given
    const mark = { ...tidyAttendance(given), enrolmentId, basedOn }
    const person = recorded.get(enrolmentId)
    const current = person?.version ? person : undefined
    const sentence = person ? refusalOf(meeting, mark, person) : attendanceTexts.notOnTheList
    if (!person || sentence) {
      outcome.refused.push({ enrolmentId, sentence: sentence ?? attendanceTexts.notOnTheList })
    } else if (current && (sameAttendance(current, mark) || untouched(mark, seen))) {
      outcome.kept.push({ enrolmentId, version: current.version })
    } else if ((current?.version ?? 0) !== basedOn && !agreesWithCheckIn(mark, current)) {
      if (current) {
        const { enrolmentId: _, basedOn: __, ...yours } = mark
        outcome.conflicts.push({ enrolmentId, name: current.name, yours, theirs: current })
      } else outcome.refused.push({ enrolmentId, sentence: attendanceTexts.notOnTheList })
    } else if (!changes.has(enrolmentId)) {
      changes.set(enrolmentId, { mark, from: current })
      outcome.kept.push({ enrolmentId, version: (current?.version ?? 0) + 1 })
    }
  }
  outcome.changed = changes.size
  return { outcome, changes: [...changes.values()] }
}

/** A form without script sends every row: what its sender left as it was is no choice. */
function untouched(mark: Mark, seen: Map<number, Attendance>): boolean {
  const before = seen.get(mark.enrolmentId)
  return before !== undefined && sameAttendance(before, mark)
}

/** The participant checked in meanwhile, and the trainer saw them too: how late is what the trainer says. */
function agreesWithCheckIn(mark: Mark, current: Recorded | undefined): boolean {
  return mark.state === 'present' && current?.state === 'present' && current.byThemselves
}

function refusalOf(meeting: MeetingToRecord, mark: Mark, { name }: { name: string }): string | undefined {
  const length = lengthInMinutes(meeting)
  if (mark.minutesLate + mark.minutesLeftEarly < length) return undefined
  return attendanceTexts.tooManyMinutes(name, length)
}

/** One statement for all of them: the new state, its version, and the line of history. */
async function write(
  trx: Transaction,
  actor: Actor,
  meetingId: number,
  changes: Change[],
  { way, reason }: { way: 'roster' | 'device' | 'correction'; reason: string | null },
): Promise<void> {
  const rows = changes.map(({ mark, from }) => ({
    id: mark.enrolmentId,
    state: mark.state,
    late: mark.minutesLate,
    early: mark.minutesLeftEarly,
    note: mark.note,
    fromState: from?.state ?? null,
    fromLate: from?.minutesLate ?? null,
    fromEarly: from?.minutesLeftEarly ?? null,
    fromNote: from?.note ?? null,
  }))
  await sql`
    with mark as (
      select * from json_to_recordset(${JSON.stringify(rows)}::json) as mark(
        id bigint, state attendance_state, late smallint, early smallint, note text,
        "fromState" attendance_state, "fromLate" smallint, "fromEarly" smallint, "fromNote" text)
    ), latest as (
      insert into attendance (meeting_id, enrolment_id, state, minutes_late, minutes_left_early, note,
        recorded_by, recorded_at)
      select ${meetingId}, id, state, late, early, note, ${actor.personId}::bigint, ${now()}::timestamptz from mark
      on conflict (meeting_id, enrolment_id) do update set state = excluded.state,
        minutes_late = excluded.minutes_late, minutes_left_early = excluded.minutes_left_early, note = excluded.note,
        recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at, version = attendance.version + 1
    )
    insert into attendance_change (meeting_id, enrolment_id, from_state, from_minutes_late, from_minutes_left_early,
      from_note, to_state, to_minutes_late, to_minutes_left_early, to_note, reason, way, recorded_by, recorded_at)
    select ${meetingId}, id, "fromState", "fromLate", "fromEarly", "fromNote", state, late, early, note,
      ${reason}::text, ${way}::attendance_way, ${actor.personId}::bigint, ${now()}::timestamptz
    from mark
  `.execute(trx)
}
