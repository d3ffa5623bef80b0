import { type Amount, parseAmount } from './contribution.ts'
import { badAmount } from './contribution-texts.ts'

type Asked = { entryKey: string; kind: 'hours' | 'facility' }
type Read = {
  amounts: Map<string, Amount>
  typed: Record<string, { value: string; error?: string | undefined }>
  wrong: boolean
}

/** The amounts in the form of what is proposed, by key: an empty field was not brought. */
export function readProposals(form: FormData, proposals: readonly Asked[]): Read {
  const read: Read = { amounts: new Map(), typed: {}, wrong: false }
  for (const { entryKey, kind } of proposals) {
    const value = String(form.get(`amount-${entryKey.replace(':', '-')}`) ?? '').trim()
    const amount = value ? parseAmount(kind, value) : undefined
    const error = value && !amount ? badAmount(kind) : undefined
    read.typed[entryKey] = { value, error }
    if (amount) read.amounts.set(entryKey, amount)
    if (error) read.wrong = true
  }
  return read
}
