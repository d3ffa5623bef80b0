import { z } from 'zod'
import {
  emailField,
  idField,
  optionalId,
  optionalText,
  requiredText,
  wholeNumber,
} from '#app/platform/fields.server.ts'
import { enrolmentTexts as texts } from './enrolment-texts.ts'

const telephone = z.preprocess(
  (value) => (typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined),
  z
    .string()
    .max(30, 'Dit telefoonnummer is te lang.')
    .regex(/^\+?[\d\s()-]{8,30}$/, 'Dit is geen telefoonnummer. Typ het als 06 12345678.')
    .optional(),
)

export const aboutTheDay = {
  note: optionalText(500),
  dietaryWishes: optionalText(300),
  telephone,
}

export const enrolForm = z.object({ membershipId: optionalId(), ...aboutTheDay })
export type EnrolInput = z.output<typeof enrolForm>

/** `organisationId` is 0 for who chose 'Mijn school staat er niet bij'. */
export const enrolWithoutAccountForm = z
  .object({
    givenName: requiredText('je voornaam', 60),
    familyName: requiredText('je achternaam', 80),
    email: emailField(),
    organisationId: z.preprocess(
      (value) => (typeof value === 'string' && value.trim() !== '' ? value : undefined),
      z
        .string({ error: 'Kies je school.' })
        .regex(/^\d{1,15}$/, 'Kies je school.')
        .transform(Number),
    ),
    schoolName: optionalText(120),
    schoolTown: optionalText(80),
    role: z.enum(['teacher', 'instructor', 'staff'], { error: 'Kies wat je doet.' }),
    ...aboutTheDay,
  })
  .superRefine((value, context) => {
    if (value.organisationId !== 0) return
    if (!value.schoolName)
      context.addIssue({ code: 'custom', path: ['schoolName'], message: texts.nameYourSchool })
    if (!value.schoolTown)
      context.addIssue({ code: 'custom', path: ['schoolTown'], message: texts.nameYourSchool })
  })
export type EnrolWithoutAccountInput = z.output<typeof enrolWithoutAccountForm>

export const approveForm = z.object({
  answer: z.enum(['approve', 'decline'], { error: 'Kies ja of nee.' }),
  reason: optionalText(300),
})
export const teamAnswerForm = approveForm.extend({ enrolmentId: idField('het verzoek') })
export const answerForm = z.object({ answer: z.enum(['accept', 'decline'], { error: 'Kies ja of nee.' }) })
export const reasonForm = z.object({ reason: requiredText('de reden', 300) })
/** `seen`: how the edition stood on the page where this was decided. */
export const cancelEditionForm = reasonForm.extend({
  seen: z.enum(['planned', 'open', 'going_ahead', 'cancelled', 'closed']).optional(),
})
export const capacityForm = z.object({ capacity: wholeNumber('het aantal plekken', 1, 1000) })

/** A lead enrols people of a team, or gives back the places that are held for it. */
export const enrolTeamForm = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('enrol'),
    teamId: idField('een team'),
    personIds: z
      .array(
        z
          .string()
          .regex(/^[1-9]\d{0,14}$/)
          .transform(Number),
      )
      .max(60)
      .default([])
      .refine((ids) => ids.length > 0, texts.chooseSomebody),
  }),
  z.object({ act: z.literal('release'), teamId: idField('een team') }),
])

export const moveEnrolmentForm = z.object({
  editionId: idField('een uitvoering'),
  reason: requiredText('de reden', 300),
})
/** A coordinator enrols somebody on the telephone. */
export const enrolSomebodyForm = z.object({
  personId: idField('wie je inschrijft'),
  membershipId: optionalId(),
  reason: optionalText(300),
  ...aboutTheDay,
})
