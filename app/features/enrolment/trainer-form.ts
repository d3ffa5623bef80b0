import { z } from 'zod'
import { idField, optionalId, requiredText } from '#app/platform/fields.server.ts'

/** What may be pressed when a trainer falls out: somebody else comes, it is only reported, or the meeting is off. */
export const trainerOutForm = z.discriminatedUnion('act', [
  z.object({ act: z.literal('replace'), outId: optionalId(), inId: idField('wie er invalt') }),
  z.object({ act: z.literal('report'), outId: idField('wie er uitvalt') }),
  z.object({ act: z.literal('cancel'), reason: requiredText('een reden', 500) }),
])

export const reachedForm = z.object({
  act: z.enum(['reached', 'not-reached']),
  enrolmentId: idField('een deelnemer'),
})
