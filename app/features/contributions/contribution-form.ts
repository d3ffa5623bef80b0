import { z } from 'zod'
import {
  dayField,
  emailField,
  eurosField,
  idField,
  optionalText,
  requiredText,
} from '#app/platform/fields.server.ts'
import { type ContributionKind, contributionKinds, parseAmount } from './contribution.ts'
import { badAmount } from './contribution-texts.ts'

const amountFields = {
  kind: z.enum(contributionKinds, { error: 'Kies wat voor bijdrage het is.' }),
  amount: requiredText('het aantal of het bedrag', 40),
}

/** The kind and what was typed become one amount. */
function readAmount<Typed extends { kind: ContributionKind; amount: string }>(
  { kind, amount, ...rest }: Typed,
  context: z.RefinementCtx,
) {
  const parsed = parseAmount(kind, amount)
  if (parsed) return { ...rest, amount: parsed }
  context.addIssue({ code: 'custom', path: ['amount'], message: badAmount(kind) })
  return z.NEVER
}

/** A file field that was left empty comes as a file without a byte in it. */
const uploadField = z.preprocess(
  (value) => (value instanceof File && value.size > 0 ? value : undefined),
  z.instanceof(File).optional(),
)

export const recordContributionForm = z
  .object({
    ...amountFields,
    once: z.preprocess(
      (value) => value ?? '',
      z.string().regex(/^[\w-]{8,40}$/, 'Ververs de bladzijde en probeer het opnieuw.'),
    ),
    organisationId: idField('een organisatie'),
    what: requiredText('een korte omschrijving', 200),
    evidence: optionalText(500),
    file: uploadField,
  })
  .transform(readAmount)
export type RecordContribution = z.output<typeof recordContributionForm>

export const withdrawForm = z.object({
  id: idField('een regel'),
  reason: requiredText('de reden', 300),
})

export const correctForm = z
  .object({ ...amountFields, reason: requiredText('de reden', 300) })
  .transform(readAmount)

export const settleForm = z.object({ note: optionalText(300) })
export const settleWithNoteForm = z.object({ note: requiredText('een korte uitleg', 300) })

export const rateForm = z.object({
  validFrom: dayField('de eerste dag'),
  centsPerHour: eurosField('het tarief').pipe(
    z
      .number()
      .min(100, 'Vul een tarief in van minstens € 1 per uur.')
      .max(100_000, 'Vul een tarief in van hoogstens € 1.000 per uur.'),
  ),
  note: optionalText(300),
})

export const contactForm = z.object({
  name: requiredText('de naam', 120),
  email: emailField('het e-mailadres'),
})

/** The answer of a company: who signs, and what is said of which line. */
export const answerForm = z.object({
  name: requiredText('je naam', 120),
  role: optionalText(120),
})

export const refuseReason = requiredText('de reden', 500)
