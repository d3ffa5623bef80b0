import { z } from 'zod'
import {
  linesField,
  optionalText,
  optionalWholeNumber,
  requiredText,
  severalField,
} from '#app/platform/fields.server.ts'

/** What a rule asks; which of it counts is up to its kind. */
const asked = {
  typeCodes: severalField(20),
  minimum: optionalWholeNumber(1, 200),
  title: optionalText(60),
  areas: linesField(12, 60),
}

/** `team:5`, `group:3`, `school:9`, `role:9:instructor`. */
export const requirementForm = z.object({
  forWhom: requiredText('in voor wie de eis geldt', 60),
  kind: z.enum(['everyone', 'at_least', 'cover'], { error: 'Kies wat je vraagt.' }),
  ...asked,
})

const changeForm = z.object({ act: z.literal('change'), ...asked })

/** What is done with one rule: changed, ended, or, where people cover something together, ticked. */
export const requirementActForm = z.discriminatedUnion('act', [
  changeForm,
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
/** What a rule asks, without for whom it is. */
export type AskedInput = Omit<z.output<typeof changeForm>, 'act'>
export type GroupInput = z.output<typeof newGroupForm>
