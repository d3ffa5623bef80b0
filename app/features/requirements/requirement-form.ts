import { z } from 'zod'
import {
  linesField,
  optionalText,
  optionalWholeNumber,
  requiredText,
  severalField,
} from '#app/platform/fields.server.ts'

/** `team:5`, `group:3`, `school:9`, `role:9:instructor`. */
export const requirementForm = z.object({
  forWhom: requiredText('in voor wie de eis geldt', 60),
  kind: z.enum(['everyone', 'at_least', 'cover'], { error: 'Kies wat je vraagt.' }),
  typeCodes: severalField(20),
  minimum: optionalWholeNumber(1, 200),
  title: optionalText(60),
  areas: linesField(12, 60),
})

/** What is done with one rule: ended, or, where people cover something together, ticked. */
export const requirementActForm = z.discriminatedUnion('act', [
  z.object({ act: z.literal('end') }),
  z.object({ act: z.literal('tick'), ticks: severalField(2_000) }),
])

const groupFields = { name: requiredText('de naam', 60), members: severalField(500) }

export const newGroupForm = z.object(groupFields)
export const groupForm = z.discriminatedUnion('act', [
  z.object({ act: z.literal('save'), ...groupFields }),
  z.object({ act: z.literal('remove') }),
])

export type RequirementInput = z.output<typeof requirementForm>
export type GroupInput = z.output<typeof newGroupForm>
