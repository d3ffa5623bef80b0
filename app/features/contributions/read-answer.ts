/** What a company sends from the page of its link: one form holds every line, the button says which one it is about. */

export type TypedAnswer =
  | { act: 'agree'; lines: { id: number; hash: string }[] }
  | { act: 'correct'; line: { id: number; hash: string }; amount: string }
  | { act: 'refuse'; line: { id: number; hash: string }; reason: string }

const isHash = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)
const textOf = (form: FormData, name: string) => String(form.get(name) ?? '').trim()

/** The answer in a form; undefined for what no page of ours sends. */
export function readAnswer(form: FormData): TypedAnswer | undefined {
  const act = textOf(form, 'act')
  if (act === 'agree-all') return { act: 'agree', lines: readLines(form) }
  const [, verb, id] = /^(agree|correct|refuse)-([1-9]\d{0,14})$/.exec(act) ?? []
  const hash = form.get(`hash-${id}`)
  if (!id || !isHash(hash)) return undefined
  const line = { id: Number(id), hash }
  if (verb === 'correct') return { act: 'correct', line, amount: textOf(form, `amount-${id}`) }
  if (verb === 'refuse') return { act: 'refuse', line, reason: textOf(form, `reason-${id}`) }
  return { act: 'agree', lines: [line] }
}

/** Every line that was on the page. */
function readLines(form: FormData): { id: number; hash: string }[] {
  return [...form].flatMap(([name, hash]) => {
    const id = /^hash-([1-9]\d{0,14})$/.exec(name)?.[1]
    return id && isHash(hash) ? [{ id: Number(id), hash }] : []
  })
}
