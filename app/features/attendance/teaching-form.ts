import { z } from 'zod'
import { today } from '#app/platform/clock.ts'
import { parseDay } from '#app/platform/dates.ts'
import { idField, requiredText } from '#app/platform/fields.server.ts'
import { formatTypedDay } from '#app/ui/format.ts'
import type { TestResult } from './record-test-results.server.ts'

export const handoutSchema = z.object({
  act: z.literal('handout'),
  meetingId: idField('een bijeenkomst'),
  title: requiredText('een titel', 150),
  file: z.instanceof(File, { error: 'Kies een bestand.' }),
})

export const removeHandoutSchema = z.object({
  act: z.literal('remove-handout'),
  handoutId: idField('een hand-out'),
})

export const makeUpSchema = z
  .object({
    enrolmentId: idField('een deelnemer'),
    meetingId: idField('een bijeenkomst'),
    otherMeetingId: z.preprocess((value) => value || undefined, idField('een bijeenkomst').optional()),
    assignment: z.preprocess(
      (value) => (typeof value === 'string' && value.trim()) || undefined,
      z.string().max(300, 'Houd dit korter dan 300 tekens.').optional(),
    ),
  })
  .transform(({ otherMeetingId, assignment, ...subject }, context) => {
    if (otherMeetingId && !assignment) return { ...subject, how: { otherMeetingId } }
    if (assignment && !otherMeetingId) return { ...subject, how: { assignment } }
    context.addIssue({
      code: 'custom',
      message:
        'Kies een andere bijeenkomst, of schrijf op met welke opdracht het is ingehaald. Eén van de twee.',
      path: ['assignment'],
    })
    return z.NEVER
  })

export type ResultError = { enrolmentId: number; sentence: string }

/**
 * Reads the results of a whole edition. Who has no result chosen is left alone; where the day or the examiner of
 * somebody is empty, those on top of the form hold.
 */
export function readResultForm(
  form: FormData,
  enrolmentIds: number[],
): { results: TestResult[]; errors: ResultError[] } {
  const results: TestResult[] = []
  const errors: ResultError[] = []
  const value = (name: string) => {
    const found = form.get(name)
    return typeof found === 'string' ? found.trim().slice(0, 200) : ''
  }
  for (const enrolmentId of enrolmentIds) {
    const outcome = value(`result${enrolmentId}`)
    if (outcome !== 'passed' && outcome !== 'failed') continue
    const takenOn = parseDay(value(`day${enrolmentId}`) || value('day'))
    const examiner = value(`examiner${enrolmentId}`) || value('examiner')
    if (!takenOn) errors.push({ enrolmentId, sentence: 'Vul de dag van de toets in, als 3-12-2026.' })
    else if (takenOn > today()) {
      errors.push({
        enrolmentId,
        sentence: `De toets kan niet na vandaag (${formatTypedDay(today())}) zijn.`,
      })
    } else if (!examiner) errors.push({ enrolmentId, sentence: 'Vul in wie de toets afnam.' })
    else {
      const number = value(`number${enrolmentId}`) || null
      results.push({ enrolmentId, passed: outcome === 'passed', takenOn, examiner, number })
    }
  }
  return { results, errors }
}
