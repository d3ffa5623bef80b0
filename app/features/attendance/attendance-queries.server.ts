import { sql } from 'kysely'
import type { Db, Transaction } from '#db/client.server.ts'
import type { Attendance } from './attendance.ts'

/** Who stands on the roster: has a place, or had one when the edition was closed. */
export const rosterStatuses = ['confirmed', 'requested', 'completed', 'not_completed'] as const

export type MeetingToRecord = {
  id: number
  editionId: number
  startsAt: Date
  endsAt: Date
  status: 'planned' | 'cancelled'
  editionStatus: string
}

/**
 * The meeting, held for who records it: savers of one meeting wait for each other, and for whoever closes the edition.
 * The edition is only shared, so that two meetings can be recorded at once.
 */
export async function lockMeetingForRecording(
  trx: Transaction,
  meetingId: number,
): Promise<MeetingToRecord | undefined> {
  return trx
    .selectFrom('meeting')
    .innerJoin('edition', 'edition.id', 'meeting.editionId')
    .select([
      'meeting.id',
      'meeting.editionId',
      'meeting.startsAt',
      'meeting.endsAt',
      'meeting.status',
      'edition.status as editionStatus',
    ])
    .where('meeting.id', '=', meetingId)
    .forNoKeyUpdate('meeting')
    .forKeyShare('edition')
    .executeTakeFirst()
}

/** What stands there now for one person; version 0 with nothing. */
export type Recorded = Attendance & {
  name: string
  version: number
  recordedAt: Date | null
  recordedByName: string | null
  /** By the participant, who checked in with the code of the meeting. */
  byThemselves: boolean
}

/** What is recorded now for these enrolments, as far as they stand on the roster of this meeting; by enrolment. */
export async function listRecorded(
  db: Db | Transaction,
  meeting: { id: number; editionId: number },
  enrolmentIds: number[],
): Promise<Map<number, Recorded>> {
  const { rows } = await sql<Recorded & { enrolmentId: number }>`
    select enrolment.id as enrolment_id, person.name, coalesce(attendance.state, 'absent') as state,
      coalesce(attendance.minutes_late, 0) as minutes_late,
      coalesce(attendance.minutes_left_early, 0) as minutes_left_early, attendance.note,
      coalesce(attendance.version, 0) as version, attendance.recorded_at, recorder.name as recorded_by_name,
      coalesce(attendance.recorded_by = enrolment.person_id, false) as by_themselves
    from enrolment
    join person on person.id = enrolment.person_id
    left join attendance on attendance.meeting_id = ${meeting.id} and attendance.enrolment_id = enrolment.id
    left join person recorder on recorder.id = attendance.recorded_by
    where enrolment.edition_id = ${meeting.editionId} and enrolment.id = any(${enrolmentIds}::bigint[])
      and enrolment.status = any(${rosterStatuses}::enrolment_status[])
  `.execute(db)
  return new Map(rows.map(({ enrolmentId, ...row }) => [enrolmentId, row]))
}

/** What was recorded at an older version, from the history: version n is what the nth change left. By enrolment. */
export async function listRecordedAt(
  db: Db | Transaction,
  meetingId: number,
  versions: { enrolmentId: number; basedOn: number }[],
): Promise<Map<number, Attendance>> {
  if (versions.length === 0) return new Map()
  const { rows } = await sql<Attendance & { enrolmentId: number }>`
    select change.enrolment_id, change.to_state as state, change.to_minutes_late as minutes_late,
      change.to_minutes_left_early as minutes_left_early, change.to_note as note
    from (
      select *, row_number() over (partition by enrolment_id order by id) as version
      from attendance_change
      where meeting_id = ${meetingId}
        and enrolment_id = any(${versions.map(({ enrolmentId }) => enrolmentId)}::bigint[])
    ) change
    join json_to_recordset(${JSON.stringify(versions.map((it) => ({ id: it.enrolmentId, version: it.basedOn })))}::json)
      as asked(id bigint, version bigint) on asked.id = change.enrolment_id and asked.version = change.version
  `.execute(db)
  return new Map(rows.map(({ enrolmentId, ...row }) => [enrolmentId, row]))
}
