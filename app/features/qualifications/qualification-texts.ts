import { formatDayYear } from '#app/ui/format.ts'
import type { Tone } from '#app/ui/state-badge.tsx'
import type { Standing, UnmetRequirement } from './qualification.ts'

export const qualificationTexts = {
  entered: 'Het bewijs staat in het dossier.',
  withdrawn: 'Het bewijs is ingetrokken. Het blijft als ingetrokken in het dossier staan.',
  inTheFuture: 'Deze dag moet nog komen. Vul de dag in waarop het bewijs is afgegeven.',
  endsBeforeItBegins: 'De laatste dag ligt voor de dag van afgifte.',
  unknownType: 'Deze soort bewijs kennen we niet. Kies er een uit de lijst.',
  withdrawnAlready: 'Dit bewijs was al ingetrokken.',
  /** What is missing, to whoever wants to enrol. */
  unmet(requirement: UnmetRequirement): string {
    const wanted =
      requirement.lapsedMonthsAllowed > 0
        ? ` (geldig, of hooguit ${requirement.lapsedMonthsAllowed} maanden verlopen)`
        : ''
    return requirement.lapsedOn
      ? `Je ${requirement.title} geldt tot en met ${formatDayYear(requirement.lapsedOn)}, en op de eerste dag heb je een bewijs nodig${wanted}. Laat een nieuw bewijs in je dossier zetten door de coördinator.`
      : `Hiervoor heb je een ${requirement.title} nodig${wanted}, en die staat niet in je dossier. Heb je hem wel? Stuur een kopie aan de coördinator.`
  },
} as const

/** On what a term rests. */
export const basisWords = {
  law: 'wet',
  scheme: 'regeling',
  custom: 'gebruik in de branche',
  employer: 'werkgever',
} as const

export const standingWords: Record<Standing, { word: string; tone: Tone }> = {
  valid: { word: 'geldig', tone: 'ok' },
  expiring: { word: 'verloopt', tone: 'warn' },
  lapsed: { word: 'verlopen', tone: 'stop' },
}
