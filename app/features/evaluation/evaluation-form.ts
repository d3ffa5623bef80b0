import { z } from 'zod'
import { optionalText } from '#app/platform/fields.server.ts'
import { type Answers, mostOpen, mostScales, points, type Question } from './evaluation.ts'

const score = z.preprocess(
  (value) => (typeof value === 'string' && /^[1-5]$/.test(value) ? Number(value) : undefined),
  z.number({ error: 'Kies een cijfer van 1 tot 5.' }).refine((value) => points.some((one) => one === value)),
)

/** The form for these questions: a point for every scale; what is open may stay empty. Fields: `scale0`, `open0`, … */
export function answersForm(questions: readonly Question[]) {
  const scales = questions.filter(({ kind }) => kind === 'scale')
  const open = questions.filter(({ kind }) => kind === 'open')
  return z
    .object(
      Object.fromEntries<z.ZodType<number | string | undefined>>([
        ...scales.map((_, at) => [`scale${at}`, score] as const),
        ...open.map((_, at) => [`open${at}`, optionalText(2000)] as const),
      ]),
    )
    .transform(
      (value): Answers => ({
        scores: scales.map((_, at) => value[`scale${at}`] as number),
        words: open.map((_, at) => value[`open${at}`] as string | undefined),
      }),
    )
}

const asEnd = (usual: string) => optionalText(60).transform((value) => value ?? usual)

/** What a coordinator fills in: a question that is left empty is not asked. */
export const questionsForm = z
  .object({
    scales: z
      .array(
        z.object({
          text: optionalText(200),
          low: asEnd('helemaal oneens'),
          high: asEnd('helemaal eens'),
        }),
      )
      .max(mostScales)
      .default([]),
    open: z
      .array(z.object({ text: optionalText(200) }))
      .max(mostOpen)
      .default([]),
  })
  .transform(({ scales, open }): Question[] => [
    ...scales.flatMap(({ text, low, high }) => (text ? [{ kind: 'scale' as const, text, low, high }] : [])),
    ...open.flatMap(({ text }) => (text ? [{ kind: 'open' as const, text }] : [])),
  ])
  .refine((questions) => new Set(questions.map(({ text }) => text)).size === questions.length, {
    error: 'Stel elke vraag maar één keer: er staan er twee met dezelfde woorden.',
    path: ['scales[0].text'],
  })
  .refine((questions) => questions.length > 0, {
    error: 'Vul ten minste één vraag in.',
    path: ['scales[0].text'],
  })
