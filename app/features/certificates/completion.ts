import { attendedMinutes } from '#app/features/attendance/attendance.ts'
import { formatDayYear, formatLongDay, formatMinutes } from '#app/ui/format.ts'

/** Everything the answer needs, as plain values: this rule knows no other feature and no database. */
export type CompletionFacts = {
  rule: CompletionRule
  /** The meetings that were held (not the cancelled ones), in order. */
  meetings: MeetingFacts[]
  /** Parts to be done at home, such as a practical module. */
  modules?: { title: string; done: boolean }[]
  /** The latest result of the organiser's own test. */
  testResult?: { passed: boolean; takenOn: string; examiner: string } | null
  /** Undefined where no evaluation is asked. */
  evaluation?: { given: boolean } | undefined
  dispensation?: { reason: string } | null
}

export type CompletionRule = {
  /** Of all net minutes together, 0 to 100. */
  minimumAttendancePercent: number
  /** `external`: somebody else examines, which the organiser neither waits for nor knows of. */
  test: 'none' | 'organiser' | 'external'
}

export type MeetingFacts = {
  startsAt: Date
  /** Net of breaks. */
  netMinutes: number
  /** Null: nothing was recorded yet. */
  attendance: {
    state: 'present' | 'excused' | 'absent'
    minutesLate: number
    minutesLeftEarly: number
  } | null
  /** Done again in another edition, or by an assignment that was signed off. */
  madeUp: boolean
}

export type Completion = {
  met: boolean
  /** By what: the rule itself, or a coordinator who let it pass. */
  by: 'rule' | 'dispensation' | null
  /** What is missing, in sentences for the participant; also said of who has a dispensation. */
  missing: string[]
  minutesAttended: number
  minutesTotal: number
  /** Rounded down, so that who is a minute short of 75% reads 74. The decision itself does not round. */
  percent: number
  /** Meetings without a record: an edition is not closed before there is none. */
  unrecorded: number
}

/**
 * Whether somebody completed an edition, and if not, what is missing.
 *
 * Attendance counts over all meetings together, in minutes net of breaks: attended × 100 ≥ percentage × total, in whole
 * numbers. Excused is absent. A missed meeting that was made up counts in full.
 */
export function completion(facts: CompletionFacts): Completion {
  const attendance = countAttendance(facts.meetings)
  const missing = [
    ...missingAttendance(facts, attendance),
    ...missingTest(facts),
    ...(facts.modules ?? [])
      .filter(({ done }) => !done)
      .map(({ title }) => `De module ${title} is nog niet af.`),
    ...(facts.evaluation && !facts.evaluation.given ? ['Je hebt de evaluatie nog niet ingevuld.'] : []),
  ]
  const by = missing.length === 0 ? 'rule' : facts.dispensation ? 'dispensation' : null
  return { met: by !== null, by, missing, ...attendance }
}

type Counted = Pick<Completion, 'minutesAttended' | 'minutesTotal' | 'percent' | 'unrecorded'>

function countAttendance(meetings: MeetingFacts[]): Counted {
  let minutesAttended = 0
  let minutesTotal = 0
  let unrecorded = 0
  for (const meeting of meetings) {
    minutesTotal += meeting.netMinutes
    minutesAttended += meeting.madeUp ? meeting.netMinutes : attendedMinutes(meeting, meeting.attendance)
    if (!meeting.attendance && !meeting.madeUp) unrecorded++
  }
  const percent = minutesTotal === 0 ? 100 : Math.floor((minutesAttended * 100) / minutesTotal)
  return { minutesAttended, minutesTotal, percent, unrecorded }
}

function missingAttendance({ rule, meetings }: CompletionFacts, counted: Counted): string[] {
  const { minutesAttended, minutesTotal, percent } = counted
  const unrecorded = meetings
    .filter(({ attendance, madeUp }) => !attendance && !madeUp)
    .map(({ startsAt }) => `Er is nog niet ingevuld of je er was op ${formatLongDay(startsAt)}.`)
  const open = meetings.reduce((sum, it) => sum + (it.attendance || it.madeUp ? 0 : it.netMinutes), 0)
  // Nobody falls short as long as what is not recorded yet may still suffice.
  if ((minutesAttended + open) * 100 >= rule.minimumAttendancePercent * minutesTotal) return unrecorded
  const needed = Math.ceil((rule.minimumAttendancePercent * minutesTotal) / 100)
  const missed = meetings
    .filter(({ attendance, madeUp }) => attendance && attendance.state !== 'present' && !madeUp)
    .map(
      ({ startsAt }) => `Je was er niet op ${formatLongDay(startsAt)}. Die bijeenkomst kun je nog inhalen.`,
    )
  return [
    `Je was er ${formatMinutes(minutesAttended)} van de ${formatMinutes(minutesTotal)} (${percent}%). ` +
      `Nodig is ${rule.minimumAttendancePercent}%: je komt ${formatMinutes(needed - minutesAttended)} tekort.`,
    ...missed,
    ...unrecorded,
  ]
}

function missingTest({ rule, testResult }: CompletionFacts): string[] {
  if (rule.test !== 'organiser') return []
  if (!testResult) return ['Er is nog geen uitslag van je toets.']
  if (testResult.passed) return []
  return [
    `Je hebt de toets van ${formatDayYear(testResult.takenOn)} bij ${testResult.examiner} nog niet gehaald.`,
  ]
}
