import { type Selectable, sql } from 'kysely'
import type { Db, Transaction } from '#db/client.server.ts'
import type { AttendanceChange } from '#db/schema.ts'
import type { Attendance, AttendanceState } from './attendance.ts'
import { rosterStatuses } from './attendance-queries.server.ts'

type Reader = Db | Transaction

export type MeetingFacts = {
  id: number
  editionId: number
  editionCode: string
  editionStatus: 'planned' | 'open' | 'going_ahead' | 'cancelled' | 'closed'
  title: string
  /** Which of how many, cancelled ones left out. */
  number: number
  count: number
  startsAt: Date
  endsAt: Date
  breakMinutes: number
  status: 'planned' | 'cancelled'
  placeNote: string | null
  room: string | null
  site: string | null
  organisation: string | null
  trainers: string[]
}

export async function findMeeting(db: Reader, meetingId: number): Promise<MeetingFacts | undefined> {
  const { rows } = await sql<MeetingFacts>`
    select meeting.id, meeting.edition_id, edition.code as edition_code, edition.status as edition_status,
      offering.title, meeting.starts_at, meeting.ends_at, meeting.break_minutes, meeting.status, meeting.place_note,
      room_place.room, room_place.site, room_place.organisation,
      (select count(*) from meeting other where other.edition_id = edition.id and other.status = 'planned') as count,
      (select count(*) from meeting other where other.edition_id = edition.id and other.status = 'planned'
        and (other.starts_at, other.id) <= (meeting.starts_at, meeting.id)) as number,
      coalesce((select json_agg(person.name order by person.sort_name) from meeting_trainer
        join person on person.id = meeting_trainer.person_id
        where meeting_trainer.meeting_id = meeting.id), (select json_agg(person.name order by person.sort_name)
        from edition_trainer join person on person.id = edition_trainer.person_id
        where edition_trainer.edition_id = edition.id), '[]') as trainers
    from meeting
    join edition on edition.id = meeting.edition_id
    join offering on offering.id = edition.offering_id
    left join room_place on room_place.room_id = meeting.room_id
    where meeting.id = ${meetingId}
  `.execute(db)
  return rows[0]
}

/** One line of the roster, with as few fields as the page shows: it is sent whole to a phone. */
export type RosterRow = {
  id: number
  name: string
  school: string | null
  /** What there is to say of how they come to be on the list. */
  kind: 'enrolled' | 'walk_in' | 'requested'
  /** Told beforehand that they would not come; an empty string when nothing was said with it. */
  absenceNotice: string | null
  /** Null: nothing recorded yet. */
  recorded: (Attendance & { version: number }) | null
}

type Row = {
  id: number
  name: string
  school: string | null
  kind: RosterRow['kind']
  absenceNotice: string | null
  state: AttendanceState | null
  minutesLate: number
  minutesLeftEarly: number
  note: string | null
  version: number
}

/** Everybody who is expected, by name, with what was recorded; who came without enrolling stands last. */
export async function listRoster(
  db: Reader,
  meeting: { id: number; editionId: number },
): Promise<RosterRow[]> {
  const { rows } = await sql<Row>`
    select enrolment.id, person.name, organisation.name as school,
      case when enrolment.walk_in then 'walk_in' when enrolment.status = 'requested' then 'requested'
        else 'enrolled' end as kind,
      case when absence_notice.enrolment_id is not null then coalesce(absence_notice.note, '') end as absence_notice,
      attendance.state, attendance.minutes_late, attendance.minutes_left_early, attendance.note, attendance.version
    from enrolment
    join person on person.id = enrolment.person_id
    left join organisation on organisation.id = enrolment.organisation_id
    left join attendance on attendance.meeting_id = ${meeting.id} and attendance.enrolment_id = enrolment.id
    left join absence_notice on absence_notice.meeting_id = ${meeting.id}
      and absence_notice.enrolment_id = enrolment.id
    where enrolment.edition_id = ${meeting.editionId}
      and enrolment.status = any(${rosterStatuses}::enrolment_status[])
    order by enrolment.walk_in, person.sort_name, enrolment.id
  `.execute(db)
  return rows.map(({ state, minutesLate, minutesLeftEarly, note, version, ...row }) => ({
    ...row,
    recorded: state ? { state, minutesLate, minutesLeftEarly, note, version } : null,
  }))
}

export type HistoryLine = {
  id: number
  name: string
  from: Attendance | null
  to: Attendance
  reason: string | null
  way: 'roster' | 'device' | 'correction' | 'import' | 'check_in'
  recordedBy: string | null
  recordedAt: Date
}

/** Every change at a meeting, the latest first; of one participant where that is asked. At most 500. */
export async function listHistory(
  db: Reader,
  meetingId: number,
  { enrolmentId }: { enrolmentId?: number } = {},
): Promise<HistoryLine[]> {
  const rows = await db
    .selectFrom('attendanceChange as change')
    .innerJoin('enrolment', 'enrolment.id', 'change.enrolmentId')
    .innerJoin('person', 'person.id', 'enrolment.personId')
    .leftJoin('person as recorder', 'recorder.id', 'change.recordedBy')
    .selectAll('change')
    .select(['person.name', 'recorder.name as recorderName'])
    .where('change.meetingId', '=', meetingId)
    .$if(enrolmentId !== undefined, (query) => query.where('change.enrolmentId', '=', enrolmentId as number))
    .orderBy('change.id', 'desc')
    .limit(500)
    .execute()
  return rows.map((row) => ({ ...changeOf(row), name: row.name, recordedBy: row.recorderName }))
}

/** A line of the history, from its row. */
export function changeOf(row: Selectable<AttendanceChange>): Omit<HistoryLine, 'name' | 'recordedBy'> {
  return {
    id: row.id,
    from: row.fromState && {
      state: row.fromState,
      minutesLate: row.fromMinutesLate ?? 0,
      minutesLeftEarly: row.fromMinutesLeftEarly ?? 0,
      note: row.fromNote,
    },
    to: {
      state: row.toState,
      minutesLate: row.toMinutesLate,
      minutesLeftEarly: row.toMinutesLeftEarly,
      note: row.toNote,
    },
    reason: row.reason,
    way: row.way,
    recordedAt: row.recordedAt,
  }
}
