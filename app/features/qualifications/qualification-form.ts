import { z } from 'zod'
import { dayField, optionalDay, optionalText, requiredText } from '#app/platform/fields.server.ts'

export const enterQualificationForm = z.object({
  typeCode: requiredText('de soort bewijs', 40),
  scope: optionalText(100),
  number: optionalText(60),
  issuedOn: dayField('de dag van afgifte'),
  /** Left empty, the usual term of the type counts. */
  validUntil: optionalDay(),
  issuer: optionalText(120),
})

export const withdrawQualificationForm = z.object({ reason: requiredText('de reden', 300) })

export type EnterQualification = z.output<typeof enterQualificationForm>
