/** The `meta` of a page: `export const meta = pageTitle('Aanbod')`, or called inside a `meta` that knows the data. */
export function pageTitle(title: string): () => [{ title: string }] {
  return () => [{ title: `${title} – Bijblijven` }]
}
