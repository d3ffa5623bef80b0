/** A title as a piece of an address: lower case, without accents, at most 60 characters. `otherwise` when nothing is left. */
export function slugOf(title: string, otherwise: string): string {
  return (
    title
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60)
      .replace(/-+$/, '') || otherwise
  )
}

/** The same, with a number behind it when it is taken already. */
export function freeSlugOf(slug: string, taken: ReadonlySet<string>): string {
  if (!taken.has(slug)) return slug
  let count = 2
  while (taken.has(`${slug}-${count}`)) count++
  return `${slug}-${count}`
}
