import { roleNames } from '#app/features/people/person-texts.ts'
import { formatCount, formatDayYear, formatList } from '#app/ui/format.ts'
import type { Sign, Tone } from '#app/ui/state-badge.tsx'
import type { AtLeast, CellState, RequirementRule } from './requirement.ts'

export const requirementTexts = {
  saved: 'De eis is bewaard.',
  ended: 'De eis geldt niet meer.',
  endedAlready: 'Deze eis gold al niet meer.',
  ticked: 'Bewaard.',
  chooseForWhom: 'Kies voor wie de eis geldt.',
  chooseTypes: 'Kies minstens één soort bewijs.',
  chooseOneType: 'Kies precies één soort bewijs.',
  fillMinimum: 'Vul in hoeveel mensen het moeten hebben.',
  moreThanThereAre: (there: number) =>
    there === 0
      ? 'Er is nog niemand voor wie deze eis geldt. Voeg eerst mensen toe.'
      : `Deze eis geldt voor ${formatCount(there, 'persoon', 'mensen')}. Vraag er hooguit ${there}.`,
  fillTitle: 'Vul in wat de groep samen moet dekken, zoals PIE.',
  fillAreas: 'Vul minstens twee onderdelen in, elk op een eigen regel.',
  unknownType: 'Deze soort bewijs kennen we niet. Kies er een uit de lijst.',
  groupSaved: 'De groep is bewaard.',
  groupRemoved: 'De groep is weg.',
  groupInUse: 'Er gelden nog eisen voor deze groep. Beëindig die eerst.',
  groupNameTaken: 'Er is al een groep met deze naam. Kies een andere.',
  groupNotYours: 'Kies mensen die je in je team ziet.',
  notCovered: (what: string, area: string) => `${what}: niemand voor ${area}`,
} as const

/** What a cell says, as sign and word. */
export const cellWords: Record<CellState, { word: string; tone: Tone; sign: Sign }> = {
  valid: { word: 'geldig', tone: 'ok', sign: 'full' },
  unverified: { word: 'niet gecontroleerd', tone: 'neutral', sign: 'empty' },
  expiring: { word: 'verloopt', tone: 'warn', sign: 'half' },
  designation: { word: 'niet aangewezen', tone: 'stop', sign: 'dashed' },
  confirmation: { word: 'niet bevestigd', tone: 'stop', sign: 'dashed' },
  lapsed: { word: 'verlopen', tone: 'stop', sign: 'dashed' },
  missing: { word: 'ontbreekt', tone: 'stop', sign: 'dashed' },
}

type Named = RequirementRule & { organisation: string; team: string | null; group: string | null }

/** For whom a rule is: 'lashal', 'team PIE', 'instructeurs van Voorbeeldschool De Kern'. */
export function forWhomWords({ organisation, team, group, role }: Named): string {
  if (group) return group
  if (team) return `team ${team}`
  return role ? `iedere ${roleNames[role]} van ${organisation}` : `iedereen die lesgeeft op ${organisation}`
}

/** What a rule asks: 'iedereen BHV en ISO 9606-1', 'minstens 2 mensen met BHV', 'samen PIE: metaal, installatie en elektro'. */
export function whatWords(
  { kind, minimum, title, areas }: RequirementRule,
  typeTitles: readonly string[],
): string {
  if (kind === 'cover') return `samen ${title}: ${formatList(areas)}`
  if (kind === 'everyone') return `iedereen ${formatList(typeTitles)}`
  return `minstens ${formatCount(minimum ?? 0, 'persoon', 'mensen')} met ${typeTitles[0] ?? ''}`
}

/** How far people are together: 'nu 3', 'nu 3, vanaf 12 jan 2027 nog 1', 'nog 1 nodig'. */
export function togetherWords(have: number, minimum: number, short: AtLeast['short']): string {
  if (have < minimum) return `nog ${minimum - have} nodig`
  return short ? `nu ${have}, vanaf ${formatDayYear(short.from)} nog ${short.have}` : `nu ${have}`
}
