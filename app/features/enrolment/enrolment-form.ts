import { z } from 'zod'
import { emailField, idField, optionalId, optionalText, requiredText } from '#app/platform/fields.server.ts'
import { enrolmentTexts as texts } from './enrolment-texts.ts'

const telephone = z.preprocess(
  (value) => (typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined),
  z
    .string()
    .max(30, 'Dit telefoonnummer is te lang.')
    .regex(/^\+?[\d\s()-]{8,30}$/, 'Dit is geen telefoonnummer. Typ het als 06 12345678.')
    .optional(),
)

const aboutTheDay = {
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
export const answerForm = z.object({ answer: z.enum(['accept', 'decline'], { error: 'Kies ja of nee.' }) })
export const withdrawForm = z.object({ reason: optionalText(300) })
export const reasonForm = z.object({ reason: requiredText('de reden', 300) })
export const handOverForm = z
  .object({
    colleagueId: optionalId(),
    address: z.preprocess(
      (value) => (typeof value === 'string' && value.trim() !== '' ? value : undefined),
      emailField('het adres van je collega').optional(),
    ),
  })
  .superRefine((value, context) => {
    if (value.colleagueId === undefined && value.address === undefined) {
      context.addIssue({
        code: 'custom',
        path: ['colleagueId'],
        message: 'Kies een collega, of vul een adres in.',
      })
    }
  })
export const absenceForm = z.object({ meetingId: idField('de bijeenkomst'), note: optionalText(300) })
export const membershipAnswerForm = z.object({
  questionId: idField('de vraag'),
  answer: z.enum(['keep', 'hand_over', 'leave'], { error: 'Kies wat je wilt.' }),
})
export const capacityForm = z.object({
  capacity: z.preprocess(
    (value) => (typeof value === 'string' ? Number(value.trim() || 'x') : value),
    z
      .number({ error: 'Vul een heel getal in.' })
      .int('Vul een heel getal in.')
      .min(1, 'Kies 1 of meer.')
      .max(1000, 'Kies 1000 of minder.'),
  ),
})
