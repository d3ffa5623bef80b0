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
  if (!isBounded(form)) throw badForm()
  const submission = parseWithZod(form, { schema })
  if (submission.status !== 'success') {
    return data({ result: submission.reply() } as FormReply, 422)
  }
  try {
    return await work(submission.value as z.output<Schema>)
  } catch (error) {
    const refusal = asRefusal(error)
    const reply = refusal.field
      ? submission.reply({ fieldErrors: { [refusal.field]: [refusal.message] } })
      : submission.reply({ formErrors: [refusal.message] })
    return data({ result: reply } as FormReply, 422)
  }
}

// PostgreSQL's own numbers for what only made-up forms bring about: a row that does not exist, a number too large.
const madeUp = new Set(['23503', '22003'])

/** The sentence for what went wrong with a form; a bug is thrown on. */
function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  const code = error instanceof Error ? (error as Error & { code?: string }).code : undefined
  if (code !== undefined && madeUp.has(code)) {
    return new Refusal('Iets wat je koos, bestaat niet of niet meer. Ververs de bladzijde en kies opnieuw.')
  }
  throw error
}

/** The longest roster: a thousand people, with a handful of fields each. */
const mostFields = 10_000
/** What a form with a schema may have. Parsing takes time by the square of how often one name comes. */
const mostParsedFields = 1_000
/** `name`, `list[2]`, `first.day`: parsing makes an array as long as the number says, and goes as deep as the name. */
const fieldName = /^[\w$-]{1,80}(?:\[\d{0,3}\]|\.[\w$-]{1,80}){0,4}$/

const badForm = () => new Response(null, { status: 400, statusText: 'Bad Request' })

function isBounded(form: FormData): boolean {
  let fields = 0
  for (const name of form.keys()) {
    if (++fields > mostParsedFields || !fieldName.test(name)) return false
  }
  return true
}

/** The form that a request carries; a body that is no form, has no end of fields or holds a zero byte, is a 400. */
export async function readFormData(request: Request): Promise<FormData> {
  const form = await request.formData().catch(() => undefined)
  if (!form) throw badForm()
  let fields = 0
  for (const value of form.values()) {
    if (++fields > mostFields || (typeof value === 'string' && value.includes('\0'))) throw badForm()
  }
  return form
}

/** A whole number from an address, such as an id; anything else does not exist. */
export function idFrom(value: string | undefined): number {
  if (!value || !/^[1-9][0-9]{0,14}$/.test(value)) throw new Response(null, { status: 404 })
  return Number(value)
}
