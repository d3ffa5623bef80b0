/** What someone holds, and whether it suffices. Plain values in, plain answers out. */

/** What an offering asks for: a type, and how many months ago it may have lapsed. */
export type Requirement = { typeCode: string; title: string; lapsedMonthsAllowed: number }

/** One qualification that somebody holds. `validUntil` is the last day on which it holds; null: does not expire. */
export type Held = { typeCode: string; issuedOn: string; validUntil: string | null }

export type UnmetRequirement = Requirement & {
  /** The last day of the newest one, when there was one. */
  lapsedOn: string | null
}

/** The day `months` after `day`, or the last day of that month where there is no such day. Days are `YYYY-MM-DD`. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0))
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  first.setUTCDate(Math.min(date, lastOfMonth.getUTCDate()))
  return first.toISOString().slice(0, 10)
}

/** The last day on which something issued on `issuedOn` holds, by the months of its term; null: does not expire. */
export function lastValidDay(issuedOn: string, validityMonths: number | null): string | null {
  return validityMonths === null ? null : addMonths(issuedOn, validityMonths)
}

/** Which requirements are not met on `firstDay`, by what is held and not withdrawn. */
export function unmetRequirements(
  requirements: readonly Requirement[],
  held: readonly Held[],
  firstDay: string,
): UnmetRequirement[] {
  return requirements.flatMap((requirement) => {
    const own = held.filter(
      ({ typeCode, issuedOn }) => typeCode === requirement.typeCode && issuedOn <= firstDay,
    )
    const suffices = own.some(
      ({ validUntil }) =>
        validUntil === null || addMonths(validUntil, requirement.lapsedMonthsAllowed) >= firstDay,
    )
    if (suffices) return []
    const lapsedOn = own
      .map(({ validUntil }) => validUntil)
      .sort()
      .at(-1)
    return [{ ...requirement, lapsedOn: lapsedOn ?? null }]
  })
}

export type Standing = 'valid' | 'expiring' | 'lapsed'

/** How something stands today that holds until `validUntil`: it counts as expiring in its last three months. */
export function standingOf(validUntil: string | null, today: string): Standing {
  if (validUntil === null) return 'valid'
  if (validUntil < today) return 'lapsed'
  return validUntil <= addMonths(today, 3) ? 'expiring' : 'valid'
}
