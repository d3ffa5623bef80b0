import { z } from 'zod'
import { emailField, optionalText } from '#app/platform/fields.server.ts'
import { type Mark, maximumMarks } from './attendance.ts'

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

/** A line of a form that cannot be read: whose, and what to mend. */
export type MarkError = { enrolmentId: number; sentence: string }

/**
 * Reads the roster from a form without script. `basis` says which rows the page had and which version of each
 * (`12:3 13:0`); a row without a choice is left alone, unless `everyone` is to be present.
 */
export function readRosterForm(
  form: FormData,
  { everyone }: { everyone: boolean },
): { marks: Mark[]; errors: MarkError[] } {
  const marks: Mark[] = []
  const errors: MarkError[] = []
  const value = (name: string) => {
    const found = form.get(name)
    return typeof found === 'string' ? found.trim() : ''
  }
  for (const [enrolmentId, basedOn] of readBasis(value('basis'))) {
    const excused = value(`x${enrolmentId}`) === 'on'
    const chosen = value(`s${enrolmentId}`) || (everyone ? (excused ? 'absent' : 'present') : '')
    if (!['present', 'late', 'absent'].includes(chosen)) continue
    const late = chosen === 'late' ? readMinutes(value(`l${enrolmentId}`)) : 0
    const early = chosen === 'absent' ? 0 : readMinutes(value(`e${enrolmentId}`))
    if (late === undefined || early === undefined || (chosen === 'late' && late === 0)) {
      const sentence = 'Vul bij ‘te laat’ en ‘eerder weg’ hele minuten in, van 1 tot 1440.'
      errors.push({ enrolmentId, sentence })
      continue
    }
    marks.push({
      enrolmentId,
      basedOn,
      state: chosen === 'absent' ? (excused ? 'excused' : 'absent') : 'present',
      minutesLate: late,
      minutesLeftEarly: early,
      note: value(`n${enrolmentId}`).slice(0, 500) || null,
    })
  }
  return { marks, errors }
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
