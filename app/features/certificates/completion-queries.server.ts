import { sql } from 'kysely'
import { netMinutes } from '#app/features/attendance/attendance.ts'
import { rosterStatuses } from '#app/features/attendance/attendance-queries.server.ts'
import { hasGiven, wasThere } from '#app/features/evaluation/evaluation-queries.server.ts'
import type { Db, Transaction } from '#db/client.server.ts'
import type { EnrolmentStatus } from '#db/schema.ts'
import type { MeetingToClose } from './closing.ts'
import { type Completion, completion, type MeetingFacts } from './completion.ts'

/** An edition with everything that closing it writes down. */
export type ClosableEdition = {
  id: number
  code: string
  status: 'planned' | 'open' | 'going_ahead' | 'cancelled' | 'closed'
  closedAt: Date | null
  minimumAttendancePercent: number
  test: 'none' | 'organiser' | 'external'
  evaluationRequired: boolean
  /** Null: nothing was asked yet. */
  evaluationOpenUntil: string | null
  title: string
  studyMinutes: number
  awardsOnTest: string | null
  awardsTitle: string | null
  organiserName: string
  projectNumber: number
  projectTitle: string
  examModules: { code: string; title: string }[]
}

type Reader = Db | Transaction

export async function findClosableEdition(
  db: Reader,
  editionId: number,
): Promise<ClosableEdition | undefined> {
  const { rows } = await sql<ClosableEdition>`
    select edition.id, edition.code, edition.status, edition.closed_at, edition.minimum_attendance_percent, edition.test,
      edition.evaluation_required,
      (select open_until from evaluation where evaluation.edition_id = edition.id) as evaluation_open_until,
      offering.title, offering.study_minutes, offering.awards_on_test, qualification_type.title as awards_title,
      organisation.name as organiser_name, project.number as project_number, project.title as project_title,
      coalesce((select json_agg(json_build_object('code', exam_module.code, 'title', exam_module.title)
          order by exam_module.code)
        from offering_exam_module join exam_module on exam_module.code = offering_exam_module.module_code
        where offering_exam_module.offering_id = offering.id), '[]') as exam_modules
    from edition
    join offering on offering.id = edition.offering_id
    join organisation on organisation.id = offering.organiser_id
    join project on project.number = offering.project_number
    left join qualification_type on qualification_type.code = offering.awards_on_test
    where edition.id = ${editionId}
  `.execute(db)
  return rows[0]
}

export type Participant = {
  enrolmentId: number
  personId: number
  name: string
  schoolName: string | null
  status: EnrolmentStatus
  walkIn: boolean
  testResult: { passed: boolean; takenOn: string; examiner: string; number: string | null } | null
  /** Whether they answered the evaluation that belongs to completing; undefined where it doesn't, or who was not there. */
  evaluation?: { given: boolean } | undefined
  dispensation: { reason: string; grantedBy: string } | null
  certificate: { id: number; number: string; code: string } | null
  madeUp: number[]
  missed: number[]
  completion: Completion
}

type ParticipantRow = Omit<Participant, 'completion' | 'missed' | 'madeUp'> & {
  attendance: { id: number; state: 'present' | 'excused' | 'absent'; late: number; early: number }[] | null
  madeUp: number[] | null
  evaluationGiven: boolean | null
}

/** The meetings that count, in order; and everybody who takes part, by name, with what the rule says of each. */
export async function listStandings(
  db: Reader,
  edition: ClosableEdition,
): Promise<{ meetings: MeetingToClose[]; participants: Participant[] }> {
  const meetings = await db
    .selectFrom('meeting')
    .select(['id', 'startsAt', 'endsAt', 'breakMinutes'])
    .where('editionId', '=', edition.id)
    .where('status', '=', 'planned')
    .orderBy('startsAt')
    .orderBy('id')
    .execute()
  const { rows } = await sql<ParticipantRow>`
    select enrolment.id as enrolment_id, enrolment.person_id, person.name, organisation.name as school_name,
      enrolment.status, enrolment.walk_in,
      (select json_agg(json_build_object('id', meeting_id, 'state', state, 'late', minutes_late,
          'early', minutes_left_early))
        from attendance where attendance.enrolment_id = enrolment.id) as attendance,
      (select json_agg(meeting_id) from attendance_make_up
        where attendance_make_up.enrolment_id = enrolment.id) as made_up,
      (select json_build_object('passed', passed, 'takenOn', taken_on, 'examiner', examiner, 'number', number)
        from test_result where test_result.enrolment_id = enrolment.id order by id desc limit 1) as test_result,
      case when ${edition.evaluationRequired} and ${wasThere} then ${hasGiven} end as evaluation_given,
      case when dispensation.reason is not null
        then json_build_object('reason', dispensation.reason, 'grantedBy', granter.name) end as dispensation,
      case when certificate.id is not null
        then json_build_object('id', certificate.id, 'number', certificate.number, 'code', certificate.code) end as certificate
    from enrolment
    join person on person.id = enrolment.person_id
    left join organisation on organisation.id = enrolment.organisation_id
    left join dispensation on dispensation.enrolment_id = enrolment.id
    left join person granter on granter.id = dispensation.granted_by
    left join certificate on certificate.enrolment_id = enrolment.id and certificate.revoked_at is null
    where enrolment.edition_id = ${edition.id} and enrolment.status = any(${rosterStatuses}::enrolment_status[])
    order by person.sort_name, enrolment.id
  `.execute(db)
  const facts = meetings.map((meeting) => ({ ...meeting, netMinutes: netMinutes(meeting), unrecorded: 0 }))
  const participants = rows.map((row) => {
    const recorded = new Map((row.attendance ?? []).map((it) => [it.id, it]))
    const madeUp = row.madeUp ?? []
    const missed: number[] = []
    const meetingFacts = facts.map((meeting): MeetingFacts => {
      const found = recorded.get(meeting.id)
      if (!found && !madeUp.includes(meeting.id)) meeting.unrecorded++
      if (found && found.state !== 'present') missed.push(meeting.id)
      const attendance = found
        ? { state: found.state, minutesLate: found.late, minutesLeftEarly: found.early }
        : null
      return {
        startsAt: meeting.startsAt,
        netMinutes: meeting.netMinutes,
        attendance,
        madeUp: madeUp.includes(meeting.id),
      }
    })
    const { attendance: _, evaluationGiven, ...participant } = row
    const evaluation = evaluationGiven === null ? undefined : { given: evaluationGiven }
    return {
      ...participant,
      evaluation,
      madeUp,
      missed,
      completion: completion({ ...row, evaluation, rule: edition, meetings: meetingFacts }),
    }
  })
  return {
    participants,
    meetings: facts.map(({ id, startsAt, endsAt, unrecorded }) => ({ id, startsAt, endsAt, unrecorded })),
  }
}

/** What the rule says of one enrolment as things stand now. */
export async function findStanding(db: Reader, enrolmentId: number): Promise<Completion | undefined> {
  const enrolment = await db
    .selectFrom('enrolment')
    .select('editionId')
    .where('id', '=', enrolmentId)
    .executeTakeFirst()
  const edition = enrolment && (await findClosableEdition(db, enrolment.editionId))
  if (!edition) return undefined
  const { participants } = await listStandings(db, edition)
  return participants.find((participant) => participant.enrolmentId === enrolmentId)?.completion
}
