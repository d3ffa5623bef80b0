/**
 * The four ways a request ends otherwise than well: 404, 403, 422 and a bug.
 * 404 and 403 are thrown as responses, which Remix shows with the nearest error page; 422 is a `Refusal`,
 * which an action turns into a form with its sentence; anything else is a bug.
 */

/** A rule says no. `message` is a Dutch sentence for the person who asked; `field` names the field it is about. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly field: string | undefined
  constructor(message: string, field?: string) {
    super(message)
    this.field = field
  }
}

export function notFound(): Response {
  return new Response(null, { status: 404, statusText: 'Not Found' })
}

export function forbidden(): Response {
  return new Response(null, { status: 403, statusText: 'Forbidden' })
}

/** The value, or a 404 for a page that needs it. */
export function orNotFound<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw notFound()
  return value
}
