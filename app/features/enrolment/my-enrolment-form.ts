import { z } from 'zod'
import { emailField, idField, optionalId, optionalText } from '#app/platform/fields.server.ts'
import { aboutTheDay } from './enrolment-form.ts'

/** Everything that can be done on the page of one enrolment. */
export const myEnrolmentForm = z
  .discriminatedUnion(
    'act',
    [
      z.object({ act: z.literal('withdraw'), reason: optionalText(300) }),
      z.object({
        act: z.literal('hand-over'),
        colleagueId: optionalId(),
        address: z.preprocess(
          (value) => (typeof value === 'string' && value.trim() !== '' ? value : undefined),
          emailField('het adres van je collega').optional(),
        ),
      }),
      z.object({ act: z.literal('change-details'), ...aboutTheDay }),
      z.object({ act: z.literal('revoke-substitution') }),
      z.object({ act: z.literal('report-absence'), meetingId: idField('de bijeenkomst') }),
      z.object({ act: z.literal('withdraw-absence'), meetingId: idField('de bijeenkomst') }),
    ],
    { error: 'Kies wat je wilt doen.' },
  )
  .superRefine((value, context) => {
    if (value.act === 'hand-over' && value.colleagueId === undefined && value.address === undefined) {
      context.addIssue({
        code: 'custom',
        path: ['colleagueId'],
        message: 'Kies een collega, of vul een adres in.',
      })
    }
  })
export type MyEnrolmentAct = z.output<typeof myEnrolmentForm>
