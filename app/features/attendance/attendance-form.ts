import { z } from 'zod'
import { emailField, optionalText } from '#app/platform/fields.server.ts'
import { type Attendance, type Mark, maximumMarks } from './attendance.ts'
import { attendanceTexts } from './attendance-texts.ts'

const minutes = z.int().min(0).max(1440)

// JSON can hold a zero byte and half a character; the database can hold neither.
const note = z
  .string()
  .max(500)
  .transform((value) => value.toWellFormed().replaceAll('\0', ''))

/** What a phone sends: who sends it (a login may have changed since), and the marks that are new. */
export const marksSchema = z.object({
  as: z.int().positive(),
  waited: z.boolean(),
  marks: z
    .array(
      z.object({
        enrolmentId: z.int().positive(),
        state: z.enum(['present', 'excused', 'absent']),
        minutesLate: minutes,
        minutesLeftEarly: minutes,
        note: note.nullable(),
        basedOn: z.int().min(0),
      }),
    )
    .max(maximumMarks),
})

/** Somebody who came without enrolling; the name is asked only of who is not known yet. */
export const walkInSchema = z.object({
  address: emailField('het e-mailadres'),
  givenName: optionalText(100),
  familyName: optionalText(100),
})
export type WalkIn = z.output<typeof walkInSchema>

/** What a form without script says of one person; undefined is what its row did not show. */
export type Choice = {
  enrolmentId: number
  basedOn: number
  /** Empty: nothing was chosen. */
  chosen: '' | 'present' | 'late' | 'absent'
  excused?: boolean
  late?: number
  early?: number
  note?: string | null
}

/** A line of a form that cannot be taken as it is: whose, what to mend, and what was chosen. */
export type ChoiceError = { enrolmentId: number; sentence: string; yours?: Attendance }

/** Reads the roster from a form. `basis` says which rows the page had and which version of each (`12:3 13:0`). */
export function readRosterForm(form: FormData): { choices: Choice[]; errors: ChoiceError[] } {
  const choices: Choice[] = []
  const errors: ChoiceError[] = []
  const value = (name: string) => {
    const found = form.get(name)
    return typeof found === 'string' ? found.trim() : ''
  }
  for (const [enrolmentId, basedOn] of readBasis(value('basis'))) {
    const radio = value(`s${enrolmentId}`)
    const chosen = radio === 'present' || radio === 'late' || radio === 'absent' ? radio : ''
    if (!form.has(`n${enrolmentId}`)) {
      choices.push({ enrolmentId, basedOn, chosen })
      continue
    }
    const late = readMinutes(value(`l${enrolmentId}`))
    const early = readMinutes(value(`e${enrolmentId}`))
    if (late === undefined || early === undefined) {
      errors.push({ enrolmentId, sentence: attendanceTexts.wholeMinutes })
      continue
    }
    const excused = value(`x${enrolmentId}`) === 'on'
    const note = value(`n${enrolmentId}`).slice(0, 500) || null
    choices.push({ enrolmentId, basedOn, chosen, excused, late, early, note })
  }
  return { choices, errors }
}

/**
 * The mark that a choice comes to, given what its sender saw. Undefined where nothing was chosen; a sentence where late
 * was chosen and nobody knows how late.
 */
export function markFrom(
  choice: Choice,
  seen: Attendance | null,
  { everyone, announced }: { everyone: boolean; announced: boolean },
): Mark | { sentence: string; yours: Attendance } | undefined {
  const { enrolmentId, basedOn } = choice
  const chosen = choice.chosen || (everyone ? (announced ? 'absent' : 'present') : '')
  if (chosen === '') return undefined
  const excused = choice.excused ?? (seen ? seen.state === 'excused' : announced)
  const note = choice.note === undefined ? (seen?.note ?? null) : choice.note
  const common = { enrolmentId, basedOn, note, minutesLate: 0, minutesLeftEarly: 0 }
  if (chosen === 'absent') return { ...common, state: excused ? 'excused' : 'absent' }
  const minutesLeftEarly = choice.early ?? seen?.minutesLeftEarly ?? 0
  if (chosen === 'present') return { ...common, state: 'present', minutesLeftEarly }
  const minutesLate = choice.late ?? seen?.minutesLate ?? 0
  const yours = { state: 'present', minutesLate: minutesLate || 10, minutesLeftEarly, note } as const
  return minutesLate > 0 ? { ...common, ...yours } : { sentence: attendanceTexts.howLate, yours }
}

function readBasis(basis: string): [number, number][] {
  return basis
    .split(' ')
    .filter((pair) => /^[1-9]\d{0,14}:\d{1,9}$/.test(pair))
    .slice(0, maximumMarks)
    .map((pair) => pair.split(':').map(Number) as [number, number])
}

function readMinutes(typed: string): number | undefined {
  if (typed === '') return 0
  return /^\d{1,4}$/.test(typed) && Number(typed) <= 1440 ? Number(typed) : undefined
}
