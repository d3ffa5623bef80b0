import { z } from 'zod'
import {
  idField,
  optionalDay,
  optionalId,
  optionalText,
  requiredText,
  wholeNumber,
} from '#app/platform/fields.server.ts'
import { halfDays } from './half-day.ts'
import { mostPeople } from './interest.ts'
import { interestTexts as texts } from './interest-texts.ts'

const chosenHalfDays = z
  .array(z.enum(halfDays, { error: texts.noHalfDay }))
  .max(15)
  .default([])
/** Who leads no team isn't asked for how many, and comes alone. */
const people = z.preprocess(
  (value) => (value === undefined || value === '' ? '1' : value),
  wholeNumber('het aantal mensen', 1, mostPeople),
)

const forWhom = { membershipId: optionalId(), people }

/** From the mail about what was called off: who and where are known. */
export const againForm = z.object({
  halfDays: chosenHalfDays.refine((chosen) => chosen.length > 0, texts.noHalfDay),
})

export const interestForm = z
  .object({
    ...forWhom,
    halfDays: chosenHalfDays.refine((chosen) => chosen.length > 0, texts.noHalfDay),
    fromDay: optionalDay(),
    untilDay: optionalDay(),
    remark: optionalText(300),
  })
  .refine(({ fromDay, untilDay }) => !fromDay || !untilDay || fromDay <= untilDay, {
    path: ['untilDay'],
    error: texts.periodInOrder,
  })
export type InterestInput = z.output<typeof interestForm>

export const wishForm = z.object({
  ...forWhom,
  what: requiredText('wat je mist', 120),
  why: optionalText(500),
  profileCode: optionalText(20),
  examModuleCode: z.preprocess(
    (code) => (typeof code === 'string' ? code.toUpperCase() : code),
    optionalText(20),
  ),
  qualificationTypeCode: optionalText(40),
  halfDays: chosenHalfDays,
})
export type WishInput = z.output<typeof wishForm>

/** What one does with one's own, at Mijn overzicht. */
export const takeBackForm = z.discriminatedUnion('act', [
  z.object({ act: z.literal('take-back-interest'), id: idField('de belangstelling') }),
  z.object({ act: z.literal('take-back-wish'), id: idField('de melding') }),
])

/** A coordinator plans for everybody who misses the same sort of paper. */
export const planWishesForm = z.object({
  act: z.literal('plan'),
  typeCode: requiredText('de soort', 40),
  offeringId: idField('het aanbod'),
})

/** What a coordinator does with a wish. */
export const wishActForm = z.discriminatedUnion('act', [
  z.object({ act: z.literal('answer'), answer: requiredText('je antwoord', 1000) }),
  z.object({ act: z.literal('link'), offeringId: idField('het aanbod') }),
  z.object({ act: z.literal('close'), answer: requiredText('de reden', 1000) }),
])
