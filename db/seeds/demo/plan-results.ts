import type { AttendanceState } from '#db/schema.ts'
import type { EditionPlan } from './plan-editions.ts'
import type { EnrolmentPlan } from './plan-enrolments.ts'

export type Mark = { state: AttendanceState; late: number; early: number; note: string | null }
export type Correction = { from: Mark; reason: string; afterClosing: boolean }
export type RecordedMark = { meeting: number; mark: Mark; correction: Correction | undefined }
export type Outcome = {
  enrolment: EnrolmentPlan
  marks: RecordedMark[]
  /** Numbers of the meetings that were made up, with the assignment. */
  madeUp: Map<number, string>
  passed: boolean | undefined
  dispensation: string | undefined
  minutes: number
  percent: number
  completed: boolean
}

const present: Mark = { state: 'present', late: 0, early: 0, note: null }
const late = (minutes: number): Mark => ({ ...present, late: minutes })
const absent: Mark = { ...present, state: 'absent' }
const excused = (note: string): Mark => ({ ...present, state: 'excused', note })

// Who was not simply there, by edition, person and number of the meeting. Null: nothing was recorded yet.
const exceptions: Record<string, Record<string, Record<number, Mark | null>>> = {
  'cobots-in-de-les:past': {
    'ravi.ramdin': { 1: absent, 3: absent },
    'pawel.nowak': { 2: excused('Cursus op de eigen school.') },
    'kees.mulder': { 3: absent },
    'naomi.tuhuteru': { 3: { ...present, early: 30, note: 'Moest de trein halen.' } },
  },
  'b-vca-voor-instructeurs:past': { 'nienke.vos': { 1: absent }, 'tarik.bensaid': { 1: absent } },
  '3d-printen-en-lasersnijden:past': { 'luuk.hendriks': { 0: absent } },
  'docentexcursie-maakindustrie:past': { 'eline.dijk': { 0: excused('Ziek gemeld om half acht.') } },
  'circulair-bouwen:past': { 'gerrit.assink': { 0: absent }, 'eline.dijk': { 0: late(20) } },
  'bhv-herhaling:past': { 'ingrid.postma': { 0: null }, 'femke.visser': { 0: null } },
  'mig-mag-lassen-opfrissen:running': {
    'bas.ligtenberg': { 0: late(20) },
    'kees.mulder': { 0: excused('Rapportvergadering.') },
  },
}
const corrections: Record<string, Record<string, Record<number, Correction>>> = {
  'cobots-in-de-les:past': {
    'mehmet.aydin': {
      1: {
        from: absent,
        reason: 'Stond op de tekenlijst, maar was op het scherm overgeslagen.',
        afterClosing: false,
      },
    },
  },
  'b-vca-voor-instructeurs:past': {
    'tarik.bensaid': {
      1: {
        from: present,
        reason: 'Verwisseld met een andere deelnemer; hij was de tweede dag op school.',
        afterClosing: true,
      },
    },
  },
}
const madeUp: Record<string, Record<string, Record<number, string>>> = {
  'cobots-in-de-les:past': {
    'pawel.nowak': {
      2: 'Programma voor de lopende band gemaakt in de simulator en laten zien op de Technicampus.',
    },
  },
}
const dispensations: Record<string, Record<string, string>> = {
  'b-vca-voor-instructeurs:past': {
    'nienke.vos': 'Volgde de tweede dag vorig jaar al bij een andere opleider; het bewijs daarvan is gezien.',
  },
}
const failed: Record<string, string[]> = { 'veilig-werken-nen3140:past': ['eline.dijk'] }
const notTested: Record<string, string[]> = {
  'bhv-herhaling:past': ['naomi.tuhuteru', 'ingrid.postma', 'femke.visser'],
}

/** What happened at the meetings that are past, and what it came to. */
export function planOutcomes(enrolments: EnrolmentPlan[], now: Date, today: string): Outcome[] {
  return enrolments
    .filter(({ edition, status }) => status === 'confirmed' && !edition.key.endsWith(':next'))
    .map((enrolment) => outcomeOf(enrolment, now, today))
}

function outcomeOf(enrolment: EnrolmentPlan, now: Date, today: string): Outcome {
  const { edition, person } = enrolment
  const own = <T>(table: Record<string, Record<string, T>>): T | undefined => table[edition.key]?.[person.key]
  const marks = edition.meetings.flatMap((meeting, number): RecordedMark[] => {
    // Today's is for the trainer to record.
    if (meeting.endsAt > now || meeting.day === today) return []
    const mark = own(exceptions)?.[number]
    if (mark === null) return []
    return [{ meeting: number, mark: mark ?? present, correction: own(corrections)?.[number] }]
  })
  const made = new Map(Object.entries(own(madeUp) ?? {}).map(([number, text]) => [Number(number), text]))
  const isTested =
    edition.offering.completion.test === 'organiser' && !notTested[edition.key]?.includes(person.key)
  const passed = isTested ? !failed[edition.key]?.includes(person.key) : undefined
  const dispensation = own(dispensations)
  return {
    enrolment,
    marks,
    madeUp: made,
    passed,
    dispensation,
    ...completionOf(edition, marks, made, passed, dispensation),
  }
}

function completionOf(
  edition: EditionPlan,
  marks: RecordedMark[],
  made: Map<number, string>,
  passed: boolean | undefined,
  dispensation: string | undefined,
): Pick<Outcome, 'minutes' | 'percent' | 'completed'> {
  const total = edition.meetings.reduce((sum, meeting) => sum + netMinutes(meeting), 0)
  const minutes = edition.meetings.reduce((sum, meeting, number) => {
    const net = netMinutes(meeting)
    if (made.has(number)) return sum + net
    const recorded = marks.find((one) => one.meeting === number)
    // What was corrected after closing counted otherwise when the edition was closed.
    const mark = recorded?.correction?.afterClosing ? recorded.correction.from : recorded?.mark
    return mark?.state === 'present' ? sum + Math.max(0, net - mark.late - mark.early) : sum
  }, 0)
  const percent = Math.floor((minutes * 100) / total)
  const { minimumAttendancePercent, test } = edition.offering.completion
  const met = percent >= minimumAttendancePercent && (test !== 'organiser' || passed === true)
  return { minutes, percent, completed: met || dispensation !== undefined }
}

export function netMinutes(meeting: { startsAt: Date; endsAt: Date; breakMinutes: number }): number {
  return (meeting.endsAt.getTime() - meeting.startsAt.getTime()) / 60_000 - meeting.breakMinutes
}
