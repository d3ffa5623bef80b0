import { z } from 'zod'
import { dayField, idField, optionalDay, optionalId, requiredText } from '#app/platform/fields.server.ts'

/** What somebody does in the name of an employer, with what one holds. */

const confirm = z.object({
  act: z.literal('confirm'),
  qualificationId: idField('een bewijs'),
  /** When its holder last changed what the page showed. */
  seenAt: requiredText('de stand van het bewijs', 40),
  organisationId: optionalId(),
  /** Left empty: today. */
  confirmedOn: optionalDay(),
})
const designate = z.object({
  act: z.literal('designate'),
  typeCode: requiredText('de soort bewijs', 40),
  organisationId: optionalId(),
  tasks: requiredText('de werkzaamheden', 500),
  /** Left empty: today. */
  startsOn: optionalDay(),
  endsOn: dayField('de laatste dag'),
})
const withdrawDesignation = z.object({
  act: z.literal('withdraw-designation'),
  designationId: idField('een aanwijzing'),
  reason: requiredText('de reden', 300),
})
const withdrawConfirmation = z.object({
  act: z.literal('withdraw-confirmation'),
  confirmationId: idField('een bevestiging'),
  reason: requiredText('de reden', 300),
})

export const employerActForm = z.discriminatedUnion('act', [
  confirm,
  designate,
  withdrawDesignation,
  withdrawConfirmation,
])
export type EmployerAct = z.output<typeof employerActForm>
export type Confirm = Pick<z.output<typeof confirm>, 'organisationId' | 'confirmedOn'>
export type Designate = Omit<z.output<typeof designate>, 'act'>
