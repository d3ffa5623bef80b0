import type { SubmissionResult } from '@conform-to/react'

/** The first sentence of what a form was refused for: on a page of buttons, which has no fields to put it beside. */
export function firstError(result: SubmissionResult<string[]> | undefined): string | undefined {
  const errors: (string[] | null)[] = Object.values(result?.error ?? {})
  return errors.flatMap((sentences) => sentences ?? [])[0]
}
