import { z } from 'zod'
import {
  checkbox,
  dayField,
  linesField,
  optionalText,
  optionalWholeNumber,
  requiredText,
} from '#app/platform/fields.server.ts'

const facts = {
  title: requiredText('de naam', 120),
  scopeLabel: optionalText(60),
  issuedBy: optionalText(120),
  registerNumberIsProof: checkbox(),
  /** '6, 3, 1': the furthest first, each once. */
  remindMonthsBefore: z.preprocess(
    (value) => (typeof value === 'string' ? value.trim() : ''),
    z
      .string()
      .regex(/^(?:\d{1,2}(?:[\s,]+\d{1,2}){0,5})?$/, 'Vul hooguit zes aantallen maanden in, zoals 6, 3, 1.')
      .transform((value) =>
        [
          ...new Set(
            value
              .split(/[\s,]+/)
              .filter(Boolean)
              .map(Number),
          ),
        ].sort((one, other) => other - one),
      )
      .refine((months) => months.every((month) => month >= 1 && month <= 36), 'Kies maanden van 1 tot 36.'),
  ),
}

const term = {
  /** Left empty: it does not expire. */
  validityMonths: optionalWholeNumber(1, 600),
  validityBasis: z.enum(['law', 'scheme', 'custom', 'employer'], { error: 'Kies waar de termijn op rust.' }),
  validityNote: requiredText('de toelichting', 300),
  confirmEveryMonths: optionalWholeNumber(1, 60),
  designationNote: optionalText(300),
}

export const newTypeForm = z.object({
  code: z.preprocess(
    (value) => (typeof value === 'string' ? value.trim().toUpperCase() : undefined),
    z
      .string({ error: 'Vul een code in.' })
      .regex(
        /^[A-Z0-9][A-Z0-9-]{1,38}$/,
        'Een code bestaat uit letters, cijfers en streepjes, zoals NEN3140-VP.',
      ),
  ),
  ...facts,
  ...term,
})

export const termForm = z.object({
  issuedFrom: dayField('de dag'),
  ...term,
  alsoEarlier: checkbox(),
  confirmed: checkbox(),
  /** The months of which the effects were shown, and read. */
  confirmedFor: optionalText(10),
})

export const typeActForm = z.discriminatedUnion('act', [
  z.object({ act: z.literal('change'), ...facts }),
  /** The exam modules for which it counts, one a line. */
  z.object({ act: z.literal('modules'), modules: linesField(60, 20) }),
  z.object({ act: z.literal('retire') }),
  z.object({ act: z.literal('restore') }),
])

export type TypeFacts = z.output<z.ZodObject<typeof facts>>
export type TermFields = z.output<z.ZodObject<typeof term>>
export type NewType = z.output<typeof newTypeForm>
export type ChangedTerm = z.output<typeof termForm>
