import { z } from 'zod'
import { makeUpSchema } from '#app/features/attendance/teaching-form.ts'
import { idField, requiredText } from '#app/platform/fields.server.ts'

/** Everything that can be done on the page where an edition is closed, by the name of its button. */
export const closingSchemas = {
  close: z.object({}),
  reopen: z.object({ reason: requiredText('een reden', 500) }),
  dispense: z.object({ enrolmentId: idField('een deelnemer'), reason: requiredText('een reden', 500) }),
  'withdraw-dispensation': z.object({ enrolmentId: idField('een deelnemer') }),
  'make-up': makeUpSchema,
  'withdraw-make-up': z.object({
    enrolmentId: idField('een deelnemer'),
    meetingId: idField('een bijeenkomst'),
  }),
}

export const revokeSchema = z.object({ reason: requiredText('een reden', 500) })
