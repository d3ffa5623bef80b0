import { formatDayYear, formatList } from '#app/ui/format.ts'
import type { Stand } from './qualification.ts'
import type { DossierPaper } from './qualification-queries.server.ts'
import { basisWords } from './qualification-texts.ts'
import type { Period } from './validity.ts'
import type { Viewed } from './view-queries.server.ts'

/** 'B-VCA', 'Heftruckcertificaat (reachtruck)' */
export const paperName = ({ title, scope }: { title: string; scope: string | null }): string =>
  scope ? `${title} (${scope})` : title

/** Until when something is valid, in the words of its standing. */
export function untilWords({ standing, until }: Stand): string {
  if (standing === 'designation') return 'wacht op de aanwijzing'
  if (standing === 'confirmation')
    return until ? `bevestigd tot en met ${formatDayYear(until)}` : 'niet bevestigd'
  if (until === null) return standing === 'lapsed' ? 'telt niet mee' : 'verloopt niet'
  return `${standing === 'lapsed' ? 'was geldig ' : ''}tot en met ${formatDayYear(until)}`
}

/** How long a term is, and on what that rests: '3 jaar (gebruik in de branche)'. */
export function termWords({
  validityMonths: months,
  validityBasis,
}: Pick<DossierPaper, 'validityMonths' | 'validityBasis'>): string {
  const term = months === null ? 'verloopt niet' : monthsWords(months)
  return `${term} (${basisWords[validityBasis]})`
}

/** 'een jaar', '3 jaar', '6 maanden' */
export function monthsWords(months: number): string {
  if (months === 12) return 'een jaar'
  if (months % 12 === 0) return `${months / 12} jaar`
  return months === 1 ? 'een maand' : `${months} maanden`
}

/** The periods of a timeline in words: 'van 3 mrt 2023 tot en met 2 mrt 2026, en vanaf 1 sep 2026'. */
export function periodsWords(periods: readonly Period[]): string {
  if (periods.length === 0) return 'nog nooit geldig'
  return formatList(
    periods.map(({ from, until }) =>
      until
        ? `van ${formatDayYear(from)} tot en met ${formatDayYear(until)}`
        : `vanaf ${formatDayYear(from)}`,
    ),
  )
}

export const viewedWords = (what: Viewed, title: string | null): string =>
  ({
    dossier: 'je dossier: soort, geldigheid en controle',
    check: `${title ?? 'een bewijs'}, om het na te kijken`,
    scan: `de scan van ${title ?? 'een bewijs'}, om die na te kijken`,
  })[what]
