import type { SubmissionResult } from '@conform-to/react'

/** What the account page gets back when something must be mended: which of its forms, and what. */
export type AccountReply = { intent: string; result: SubmissionResult<string[]> } | undefined

/** The part of the reply that is about this form. */
export const replyTo = (reply: AccountReply, intent: string) =>
  reply?.intent === intent ? reply.result : undefined
