import { formatCount, formatDayYear, formatTimeRange } from '#app/ui/format.ts'

/** '13.00–17.00 uur', or '4 bijeenkomsten' for an edition that takes several. */
export function hoursInWords(edition: { meetings: number; startsAt: Date; endsAt: Date }): string {
  return edition.meetings > 1
    ? formatCount(edition.meetings, 'bijeenkomst', 'bijeenkomsten')
    : formatTimeRange(edition.startsAt, edition.endsAt)
}

/** 'PIE, BWI', or how many when that says more. */
export function profilesInWords(profiles: readonly string[]): string | undefined {
  if (profiles.length === 0) return undefined
  return profiles.length <= 3 ? profiles.join(', ') : `${profiles.length} profielen`
}

/** Facts on one line; where it breaks, the dot stays behind the fact. */
export function joinFacts(...facts: (string | null | undefined | false)[]): string {
  return facts.filter(Boolean).join('\u00a0· ')
}

/** What whoever plans is told of a meeting on a day without lessons. */
export function freePeriodWarning(day: string, period: { name: string; confirmed: boolean }): string {
  return `${formatDayYear(day)} valt in: ${period.name}${period.confirmed ? '' : ', een datum die nog niet bevestigd is'}.`
}
