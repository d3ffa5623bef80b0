import { z } from 'zod'
import { passwordProblem } from './password-rule.ts'

/** A new password, typed once and readable if one likes; judged again with the account's addresses by the command. */
export const newPassword = z
  .string({ error: 'Kies een wachtwoord.' })
  .max(1000, 'Dit wachtwoord is te lang.')
  .superRefine((password, context) => {
    const problem = passwordProblem(password)
    if (problem) context.addIssue({ code: 'custom', message: problem })
  })

export const newPasswordForm = z.object({ password: newPassword })

/** Taking an account into use: with a password, or on with login links. */
export const invitationForm = z.discriminatedUnion('how', [
  z.object({ how: z.literal('password'), password: newPassword }),
  z.object({ how: z.literal('links'), password: z.undefined().optional() }),
])
