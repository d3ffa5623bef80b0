/** What companies and partners bring: the words of the domain and the rules that need no database. */

export const contributionKinds = ['hours', 'facility', 'material', 'cash'] as const
export type ContributionKind = (typeof contributionKinds)[number]

export const contributionStates = [
  'waits_for_signature',
  'signed',
  'refused',
  'corrected',
  'withdrawn',
] as const
export type ContributionState = (typeof contributionStates)[number]

/** Hours are whole minutes, everything else whole cents. */
export type Amount =
  | { kind: 'hours'; minutes: number }
  | { kind: Exclude<ContributionKind, 'hours'>; cents: number }

/** How long a company has for its answer. */
export const linkDays = 60
/** What one meeting, or one page, holds at most. */
export const mostLines = 100

const most = { minutes: 600_000, cents: 100_000_000 }

/** What these minutes are worth, in whole cents: half a cent goes up, as the database rounds it. */
export function valueOfMinutes(minutes: number, centsPerHour: number): number {
  return Math.round((minutes * centsPerHour) / 60)
}

/**
 * Hours as people type them, as whole minutes: `2,5`, `2,5 uur`, `2:30`, `2 uur 30`, `2 uur en 30 minuten`,
 * `150 minuten`. Undefined for what is no length of time.
 */
export function parseMinutes(typed: string): number | undefined {
  const value = typed.trim().toLowerCase().replace(/\s+/g, ' ')
  const decimal = /^(\d{1,4}(?:[.,]\d{1,2})?) ?(?:u|uur|uren|h)?$/.exec(value)
  if (decimal) return bounded(Math.round(Number((decimal[1] ?? '').replace(',', '.')) * 60))
  const alone = /^(\d{1,5}) ?(?:m|min|minuut|minuten)\.?$/.exec(value)
  if (alone) return bounded(Number(alone[1]))
  const both = /^(\d{1,4}) ?(?::|u|uur|h) ?(?:en )?(\d{1,2}) ?(?:m|min|minuut|minuten)?$/.exec(value)
  if (!both || Number(both[2]) > 59) return undefined
  return bounded(Number(both[1]) * 60 + Number(both[2]))
}

function bounded(minutes: number): number | undefined {
  return minutes >= 1 && minutes <= most.minutes ? minutes : undefined
}

/** An amount as people type it, as whole cents: `150`, `€ 150,00`, `1.250,50`, `150 euro`, `150,-`. */
export function parseCents(typed: string): number | undefined {
  const value = typed
    .trim()
    .toLowerCase()
    .replace(/^(?:€|eur|euro)\s*/, '')
    .replace(/\s*(?:€|eur|euro)$/, '')
    .replace(/,-+$/, '')
  // A dot before three figures parts thousands; before two it stands for the comma.
  const match =
    /^(\d{1,7}|\d{1,3}(?:\.\d{3}){1,2})(?:,(\d{1,2}))?$/.exec(value) ?? /^(\d{1,7})\.(\d{2})$/.exec(value)
  if (!match) return undefined
  const cents = Number((match[1] ?? '').replaceAll('.', '')) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
  return cents >= 1 && cents <= most.cents ? cents : undefined
}

/** What was typed, for this kind; undefined when it is no amount of it. */
export function parseAmount(kind: ContributionKind, typed: string): Amount | undefined {
  if (kind === 'hours') {
    const minutes = parseMinutes(typed)
    return minutes === undefined ? undefined : { kind, minutes }
  }
  const cents = parseCents(typed)
  return cents === undefined ? undefined : { kind, cents }
}

/** The part of a line that the rules about it need. */
type Settled = { state: ContributionState; byCompany: boolean; settledAt: Date | null }

/**
 * Whether a coordinator still has to do something about an answer: a refusal, or a number of the company's own.
 * `followed` says that another line came after it.
 */
export function isToSettle({ state, byCompany, settledAt }: Settled, followed: boolean): boolean {
  return settledAt === null && !followed && (state === 'refused' || (state === 'signed' && byCompany))
}
