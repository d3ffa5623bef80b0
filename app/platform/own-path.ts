/**
 * `value` when it is a path of this very portal, else undefined: what comes in through an address must not send
 * anybody elsewhere. Browsers read `/\x.nl`, `/<tab>/x.nl` and `/.//x.nl` as other sites: the path is judged after
 * it is resolved, as a browser would.
 */
export function ownPath(value: string | null | undefined): string | undefined {
  if (!value?.startsWith('/') || value.length > 2000) return undefined
  const base = 'http://portal.invalid'
  if (!URL.canParse(value, base)) return undefined
  const { origin, pathname, search, hash } = new URL(value, base)
  if (origin !== base || pathname.startsWith('//')) return undefined
  return pathname + search + hash
}
