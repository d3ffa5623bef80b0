import { formatCount, formatMinutes, formatNumber } from '#app/ui/format.ts'
import type { Tone } from '#app/ui/state-badge.tsx'
import type { HistoryResult, HistoryState } from './history-queries.server.ts'

export const historyTexts = {
  failed: 'Het lukte niet om de lijst over te nemen. Er is niets veranderd. Kies het bestand opnieuw.',
  outOfDate:
    'Er is intussen iets veranderd, waardoor de lijst niet meer past. Er is niets overgenomen. Kies het bestand opnieuw; dan zie je wat het is.',
  notTakenOver: 'Deze lijst is niet overgenomen, of al teruggehaald.',
} as const

export const historyStates: Record<HistoryState, { tone: Tone; word: string }> = {
  checked: { tone: 'warn', word: 'wacht op jou' },
  started: { tone: 'warn', word: 'bezig' },
  done: { tone: 'ok', word: 'overgenomen' },
  failed: { tone: 'stop', word: 'niet gelukt' },
  taken_back: { tone: 'neutral', word: 'teruggehaald' },
}

/** What came of a list, in a sentence. */
export function takenOverText({ added, newPeople, known, minutes }: HistoryResult): string {
  const rows = formatCount(added, 'deelname is overgenomen', 'deelnames zijn overgenomen')
  const people = newPeople > 0 ? ` Nieuw in het portaal: ${formatCount(newPeople, 'persoon', 'mensen')}.` : ''
  const before = known > 0 ? ` ${formatCount(known, 'regel stond', 'regels stonden')} er al.` : ''
  return `${rows}, samen ${formatMinutes(minutes)}.${people}${before}`
}

export function takenBackText({ rows, people }: { rows: number; people: number }): string {
  const gone = formatCount(rows, 'deelname is weggehaald', 'deelnames zijn weggehaald')
  return people > 0
    ? `${gone}. ${formatCount(people, 'persoon die', 'mensen die')} alleen door deze lijst in het portaal ${people === 1 ? 'stond' : 'stonden'}, verdwijnen ook.`
    : `${gone}.`
}

export const nothingNewText = (rows: number) =>
  `${rows === 1 ? 'De regel' : `Alle ${formatNumber(rows)} regels`} in dit bestand ${rows === 1 ? 'staat' : 'staan'} er al. Er valt niets over te nemen.`

/** Beside what did not happen in the portal. */
export const pastIntro =
  'Overgenomen uit eerdere administratie. Je kreeg hiervoor hier geen bewijs; de uren tellen wel mee.'
