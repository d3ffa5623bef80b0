import { formatCount, formatMinutes } from '#app/ui/format.ts'
import type { CompletionTest } from './offering.ts'

/** The rule by which somebody completes an edition, and what that earns. */
export type CompletionRule = {
  minimumAttendancePercent: number
  test: CompletionTest
  evaluationRequired: boolean
}

/** A kind of proof somebody can hold (VCA, NEN 3140), as far as the sentences need it. */
export type EarnedType = { title: string; validityNote: string; designationNote: string | null }

/**
 * When one has completed it, in sentences for who considers enrolling. `netMinutes` is the time of the meetings
 * without their breaks, 0 when no dates are known yet.
 */
export function completionInWords(
  { minimumAttendancePercent: percent, test, evaluationRequired }: CompletionRule,
  { meetings, netMinutes }: { meetings: number; netMinutes: number },
): string[] {
  return [
    attendanceSentence(percent, meetings, netMinutes),
    ...testSentences(test),
    ...(evaluationRequired ? ['Je vult na afloop de evaluatie in.'] : []),
    ...makeUp(percent, meetings),
  ]
}

function attendanceSentence(percent: number, meetings: number, netMinutes: number): string {
  if (percent === 0) return 'Hoelang je er bent, telt niet mee.'
  if (percent === 100) {
    return meetings > 1
      ? 'Je bent bij alle bijeenkomsten, van begin tot eind.'
      : 'Je bent er van begin tot eind bij.'
  }
  const needed = Math.ceil((netMinutes * percent) / 100)
  const hours =
    netMinutes > 0
      ? `: ${formatMinutes(needed).replace(/ uur$/, '')} van de ${formatMinutes(netMinutes)}`
      : ''
  return `Je bent er ten minste ${percent}% van de tijd bij${hours}. Pauzes tellen niet mee.`
}

function testSentences(test: CompletionTest): string[] {
  if (test === 'organiser') return ['Je haalt de toets.']
  if (test === 'external')
    return ['Het examen doe je bij een exameninstelling. Dat telt voor het afronden niet mee.']
  return []
}

function makeUp(percent: number, meetings: number): string[] {
  if (percent === 0) return []
  return [
    meetings > 1
      ? 'Mis je een bijeenkomst? Overleg met de trainer: je kunt die inhalen bij een andere datum of met een opdracht.'
      : 'Kun je een deel niet? Overleg met de trainer of je dat kunt inhalen.',
  ]
}

/** What completing it earns: attendance alone is never more than a proof of participation. */
export function earningsInWords(
  test: CompletionTest,
  awards: EarnedType | null,
  preparesFor: EarnedType | null,
): string[] {
  const sentences = [
    test === 'organiser'
      ? 'Wie het afrondt, krijgt een certificaat. Daarop staan je uren en de toets.'
      : 'Wie het afrondt, krijgt een bewijs van deelname. Daarop staan je uren.',
  ]
  if (awards) {
    sentences.push(
      `Haal je de toets, dan komt het bewijs ${awards.title} in je dossier. ${awards.validityNote}`,
    )
    if (awards.designationNote) sentences.push(awards.designationNote)
  }
  if (preparesFor) {
    sentences.push(
      `Je bereidt je voor op ${preparesFor.title}. Dat bewijs krijg je hier niet: je doet er elders examen voor, en zet het daarna zelf in je dossier.`,
    )
  }
  return sentences
}

/** What somebody must hold to take part. */
export function requirementInWords(title: string, lapsedMonthsAllowed: number): string {
  if (lapsedMonthsAllowed === 0) return `een geldig bewijs ${title}`
  return `een bewijs ${title} dat nog geldig is, of niet langer dan ${formatCount(lapsedMonthsAllowed, 'maand', 'maanden')} verlopen`
}
