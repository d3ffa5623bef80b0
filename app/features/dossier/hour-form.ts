import { z } from 'zod'
import {
  checkbox,
  dayField,
  hoursField,
  idField,
  optionalText,
  requiredText,
} from '#app/platform/fields.server.ts'

const choice = z
  .enum(['own', 'assigned'], { error: 'Kies of het je eigen keuze was.' })
  .transform((value) => value === 'own')

const scan = z.preprocess(
  (value) => (value instanceof File && value.size === 0 && value.name === '' ? undefined : value),
  z.instanceof(File, { error: 'Kies een bestand.' }).optional(),
)

export const activityForm = z.object({
  title: requiredText('wat het was', 200),
  organiser: optionalText(120),
  heldOn: dayField('de dag'),
  minutes: hoursField('het aantal uren', 200).refine((minutes) => minutes > 0, 'Vul meer dan nul uur in.'),
  ownChoice: choice,
  scan,
})
export type ActivityInput = Omit<z.output<typeof activityForm>, 'scan'>

/** What one does on one's own hour card. */
export const hourActForm = z.discriminatedUnion('act', [
  z.object({ act: z.literal('choose'), enrolmentId: idField('een regel'), ownChoice: choice }),
  z.object({ act: z.literal('share'), share: checkbox() }),
  z.object({ act: z.literal('take-back'), activityId: idField('een activiteit') }),
])

/** What a lead says of what somebody did elsewhere. */
export const activityAnswerForm = z.discriminatedUnion('answer', [
  z.object({ answer: z.literal('recognise'), activityId: idField('een activiteit') }),
  z.object({
    answer: z.literal('refuse'),
    activityId: idField('een activiteit'),
    reason: requiredText('de reden', 300),
  }),
])
export type ActivityAnswer = z.output<typeof activityAnswerForm>

export const entitlementForm = z.object({
  agreement: requiredText('de cao', 60),
  staff: z.enum(['teacher', 'support_staff', 'primary_process'], { error: 'Kies voor wie.' }),
  validFrom: dayField('de eerste dag'),
  minutes: hoursField('het aantal uren', 2_000),
  note: optionalText(200),
})
export type EntitlementInput = z.output<typeof entitlementForm>
