import { z } from 'zod'

/** The letters are judged by the check-in itself: what is no code is a wrong one. */
const code = z.string().max(50).default('')
const ticket = z.string().max(200).optional()

export const codeSchema = z.object({ code, ticket })

/** What a telephone sends by itself: whose it is, and whether it had to wait. */
export const keptSchema = z.object({ as: z.int().positive(), code, ticket, kept: z.boolean() })

export const answerSchema = z.object({
  enrolmentId: z.coerce.number().int().positive().max(999_999_999_999_999),
  act: z.enum(['confirm', 'refuse']),
})
