/** Filters live in the address. These read them; what is not one of the choices, or no number, is as if not there. */

export function choiceFrom<Choice extends string>(
  params: URLSearchParams,
  name: string,
  choices: readonly Choice[],
): Choice | undefined {
  const value = params.get(name)
  return choices.find((choice) => choice === value)
}

/** Words to search for, trimmed and at most 100 characters. */
export function wordsFrom(params: URLSearchParams, name: string): string | undefined {
  return params.get(name)?.replace(/\s+/g, ' ').trim().slice(0, 100) || undefined
}

/** A page of a list, from 1. */
export function pageFrom(params: URLSearchParams): number {
  const page = Number(params.get('pagina'))
  return Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1
}

/** The same address on another page of its list, every filter kept. */
export function withPage(search: string, page: number): string {
  const params = new URLSearchParams(search)
  if (page === 1) params.delete('pagina')
  else params.set('pagina', String(page))
  return params.size > 0 ? `?${params}` : '?'
}

/** The id of a row that one filters by. */
export function idOf(params: URLSearchParams, name: string): number | undefined {
  const value = params.get(name)
  return value && /^[1-9]\d{0,14}$/.test(value) ? Number(value) : undefined
}
