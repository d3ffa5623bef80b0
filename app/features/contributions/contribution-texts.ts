import { formatCents, formatDayYear, formatFullDay, formatMinutes } from '#app/ui/format.ts'
import type { Tone } from '#app/ui/state-badge.tsx'
import { type Amount, type ContributionKind, type ContributionState, linkDays } from './contribution.ts'

export const kindWords: Record<ContributionKind, string> = {
  hours: 'uren',
  facility: 'hal, lokaal of machines',
  material: 'materiaal',
  cash: 'geld',
}

export const stateWords: Record<ContributionState, string> = {
  waits_for_signature: 'wacht op handtekening',
  signed: 'getekend',
  refused: 'afgewezen',
  corrected: 'verbeterd',
  withdrawn: 'ingetrokken',
}

export const stateTones: Record<ContributionState, Tone> = {
  waits_for_signature: 'warn',
  signed: 'ok',
  refused: 'stop',
  corrected: 'neutral',
  withdrawn: 'neutral',
}

export type WordedLine = {
  id: number
  organisation: string
  kind: ContributionKind
  what: string
  day: string
  minutes: number | null
  centsPerHour: number | null
  cents: number
  projectNumber: number
  projectTitle: string
  sourceKind: string
  sourceWords: string
  evidence: string
  evidenceFileName: string | null
}

/** '4 uur', '€ 150' */
export function amountWords(line: { minutes: number | null; cents: number }): string {
  return line.minutes === null ? formatCents(line.cents) : formatMinutes(line.minutes)
}

/** What stands in the field when somebody changes the number: '2,5 uur', '€ 150,00'. */
export function typedAmount(amount: Amount): string {
  if (amount.kind !== 'hours') return `€ ${(amount.cents / 100).toFixed(2).replace('.', ',')}`
  const { minutes } = amount
  if (minutes % 3 === 0) return `${String(minutes / 60).replace('.', ',')} uur`
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}

export function evidenceWords(line: {
  sourceKind: string
  evidence: string
  evidenceFileName: string | null
}): string {
  const parts = [
    line.sourceKind === 'meeting' ? 'de presentielijst van de bijeenkomst' : '',
    line.evidence,
    line.evidenceFileName ? `bestand ${line.evidenceFileName}` : '',
  ].filter(Boolean)
  return parts.length > 0 ? parts.join('; ') : 'geen'
}

const rateWords = ({ centsPerHour }: WordedLine) =>
  centsPerHour === null ? '' : `, à ${formatCents(centsPerHour)} per uur`

/** A line as it is read by who signs for it, label by label. Page, mail and signature use these same words. */
export function lineFacts(line: WordedLine): [label: string, value: string][] {
  return [
    ['Wat', line.what],
    ...(line.minutes === null ? [] : ([['Hoeveel', amountWords(line)]] as [string, string][])),
    ['Waarde', formatCents(line.cents)],
    ['Dag', formatDayYear(line.day)],
    ['Soort', kindWords[line.kind] + rateWords(line)],
    ['Bij', line.sourceWords],
    ['Project', `${line.projectNumber}. ${line.projectTitle}`],
    ['Bewijs', evidenceWords(line)],
  ]
}

/** The exact text that a signature is about. */
export function lineText(line: WordedLine): string {
  return [
    `Bijdrage ${line.id} van ${line.organisation}`,
    ...lineFacts(line).map(([label, value]) => `${label}: ${value}`),
  ].join('\n')
}

export const rounding =
  'De waarde van uren is het aantal minuten maal het tarief van die dag, afgerond op hele centen (een halve cent naar boven).'

export const contributionTexts = {
  notYet: 'Je legt vast wat er is ingebracht vanaf de dag van de bijeenkomst.',
  meetingCancelled: 'Deze bijeenkomst ging niet door. Er is dus niets ingebracht.',
  tooMany: 'Bij één bijeenkomst passen niet meer regels. Voeg er samen.',
  noRate: (day: string) =>
    `Voor ${formatFullDay(day)} is nog geen tarief per uur. Vraag een coördinator om het toe te voegen.`,
  recorded: (count: number) =>
    count === 0
      ? 'Er is niets nieuws vastgelegd.'
      : count === 1
        ? 'Vastgelegd: 1 bijdrage. Die wacht nu op een handtekening.'
        : `Vastgelegd: ${count} bijdragen. Die wachten nu op een handtekening.`,
  badHours: 'Vul een aantal uren in, bijvoorbeeld 2,5 uur of 2:30.',
  badCents: 'Vul een bedrag in, bijvoorbeeld € 150,00.',
  fileKind: 'Kies een PDF of een foto (JPG of PNG).',
  answered:
    'Deze regel is al beantwoord of ingetrokken. Hij verandert niet meer; een verbetering is een nieuwe regel.',
  withdrawn: 'De regel is ingetrokken.',
  deadLink: 'Deze link werkt niet meer. Vraag de coördinator om een nieuwe.',
  changedMeanwhile:
    'Deze regel is veranderd of ingetrokken terwijl je keek. Er is niets getekend; lees hem hieronder opnieuw.',
  notYours: 'Deze regel hoort niet bij deze link.',
  fillName: 'Vul je naam in. Die komt bij je handtekening te staan.',
  fillReason: 'Schrijf kort waarom het niet klopt, dan weten we wat we moeten nakijken.',
  sameNumber: 'Dit is hetzelfde aantal. Klopt het? Druk dan op Akkoord.',
  already: 'Je had deze regel al beantwoord. Er is niets veranderd.',
  linkTerm: `De link werkt ${linkDays} dagen. Je hebt geen account nodig.`,
  noSigner: 'Voor deze organisatie kan niemand tekenen. Vul eerst een adres in.',
  nothingWaits: 'Voor deze organisatie wacht er niets op een handtekening.',
  justSent: 'De link is net verstuurd. Wacht een minuut als je hem nog eens wilt sturen.',
  toCheck: {
    moved: 'de bijeenkomst is daarna gewijzigd',
    cancelled: 'de bijeenkomst ging niet door',
  } as Record<string, string>,
}

export const kindChoices = Object.entries(kindWords).map(([value, label]) => ({ value, label }))

/** What somebody reads for a wrong amount of this kind. */
export const badAmount = (kind: ContributionKind) =>
  kind === 'hours' ? contributionTexts.badHours : contributionTexts.badCents
