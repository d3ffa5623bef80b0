import { notFound } from '#app/platform/refusal.ts'

/** Whatever has no page of its own: the error page, in the frame of the region. */
export function loader() {
  throw notFound()
}

export const action = loader

export default function NotFound() {
  return null
}
