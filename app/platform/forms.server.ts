import type { SubmissionResult } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { data } from '@remix-run/node'
import type { z } from 'zod'
import { Refusal } from './refusal.ts'

/** What an action hands back to its page when something must be mended: `useForm({ lastResult: actionData?.result })`. */
export type FormReply = { result: SubmissionResult<string[]> }

/**
 * Reads the form of a request by `schema` and does `work` with it. A wrong field, or a `Refusal` that `work` throws,
 * becomes a 422 with the sentences beside what was typed; whatever `work` returns (a redirect, mostly) is the answer.
 */
export async function submit<Schema extends z.ZodType, Answer>(
  request: Request | FormData,
  schema: Schema,
  work: (value: z.output<Schema>) => Promise<Answer>,
): Promise<Answer | ReturnType<typeof data<FormReply>>> {
  const form = request instanceof FormData ? request : await readFormData(request)
  const submission = parseWithZod(form, { schema })
  if (submission.status !== 'success') {
    return data({ result: submission.reply() } as FormReply, 422)
  }
  try {
    return await work(submission.value as z.output<Schema>)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const reply = error.field
      ? submission.reply({ fieldErrors: { [error.field]: [error.message] } })
      : submission.reply({ formErrors: [error.message] })
    return data({ result: reply } as FormReply, 422)
  }
}

/** The form that a request carries; a body that is no form is a 400. */
export async function readFormData(request: Request): Promise<FormData> {
  try {
    return await request.formData()
  } catch {
    throw new Response(null, { status: 400, statusText: 'Bad Request' })
  }
}

/** A whole number from an address, such as an id; anything else does not exist. */
export function idFrom(value: string | undefined): number {
  if (!value || !/^[1-9][0-9]{0,14}$/.test(value)) throw new Response(null, { status: 404 })
  return Number(value)
}
