import { z } from 'zod'
import { dayField, idField, optionalDay, optionalText, requiredText } from '#app/platform/fields.server.ts'
import { type HowChecked, howChecked } from './verification.ts'

/** What stands on a paper. */
const paperFields = {
  scope: optionalText(100),
  number: optionalText(60),
  issuedOn: dayField('de dag van afgifte'),
  /** Left empty, the usual term of the type counts. */
  validUntil: optionalDay(),
  issuer: optionalText(120),
}

const how = z.enum(howChecked, { error: 'Kies hoe je het hebt nagekeken.' })

const scan = z.preprocess(
  // A browser sends an empty file where nothing was chosen.
  (value) => (value instanceof File && value.size === 0 && value.name === '' ? undefined : value),
  z.instanceof(File, { error: 'Kies een bestand.' }).optional(),
)

export const paperForm = z.object(paperFields)
export const addQualificationForm = z.object({
  typeCode: requiredText('de soort bewijs', 40),
  ...paperFields,
  scan,
})
export const correctQualificationForm = z.object({ ...paperFields, scan })
export const enterQualificationForm = z.object({
  typeCode: requiredText('de soort bewijs', 40),
  ...paperFields,
  how,
})

/** Which paper, as it was when the page showed it. */
const about = { id: idField('een bewijs'), seenAt: requiredText('het bewijs', 40) }

/** Seen and right, or refused with a reason that the holder reads. */
export const checkForm = z.discriminatedUnion(
  'answer',
  [
    z.object({ ...about, answer: z.literal('verify'), how }),
    z.object({
      ...about,
      answer: z.literal('refuse'),
      reason: requiredText('wat er niet klopt', 300),
    }),
  ],
  { error: 'Kies wat je wilt doen.' },
)

export const withdrawQualificationForm = z.object({ reason: requiredText('de reden', 300) })

export type PaperFields = z.output<typeof paperForm>
export type AddQualification = PaperFields & { typeCode: string }
export type EnterQualification = AddQualification & { how: HowChecked }
export type CheckAnswer = { answer: 'verify'; how: HowChecked } | { answer: 'refuse'; reason: string }
