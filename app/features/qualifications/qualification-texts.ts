import { formatCount, formatDayYear } from '#app/ui/format.ts'
import type { Sign, Tone } from '#app/ui/state-badge.tsx'
import type { Verification } from './holding.ts'
import type { Lacking, Standing, UnmetRequirement } from './qualification.ts'
import type { ValidityBasis } from './qualification-queries.server.ts'

export const qualificationTexts = {
  entered: 'Het bewijs staat in het dossier.',
  added: (title: string) => `${title} staat in je dossier. Je teamleider of coördinator controleert het.`,
  renewed: (title: string) => `Je nieuwe ${title} staat in je dossier. De vorige blijft staan.`,
  corrected: 'De wijziging is bewaard.',
  correctedAgain: 'De wijziging is bewaard. Iemand kijkt het bewijs opnieuw na.',
  withdrawn: 'Het bewijs is ingetrokken. Het blijft als ingetrokken in het dossier staan.',
  takenOut: 'Het bewijs telt niet meer mee. De scan is gewist.',
  inTheFuture: 'Deze dag moet nog komen. Vul de dag in waarop het bewijs is afgegeven.',
  longAgo: 'Deze dag is te lang geleden. Kijk het jaar na.',
  endsBeforeItBegins: 'De laatste dag ligt voor de dag van afgifte.',
  lastsTooLong: 'Deze dag is wel erg ver weg. Kijk het jaar na.',
  unknownType: 'Deze soort bewijs kennen we niet. Kies er een uit de lijst.',
  paperChanged: 'Het bewijs zelf is gewijzigd.',
  withdrawnAlready: 'Dit bewijs was al ingetrokken.',
  scopeNeeded: (label: string) => `Vul in waarvoor het bewijs geldt: ${label}.`,
  registerNumberNeeded: 'Vul het nummer in het register in: dat is bij deze soort het bewijs.',
  twice: 'Dit bewijs staat al in het dossier, met dezelfde dag van afgifte.',
  tooMany: 'Er staan al honderd bewijzen in dit dossier. Haal er eerst een weg.',
  awarded:
    'Dit bewijs kwam in je dossier door een gehaalde toets. Klopt er iets niet, vraag het dan de coördinator.',
  /** What is missing, to whoever wants to enrol. */
  unmet(requirement: Lacking): string {
    const { title, lapsedOn, lack, course, lapsedMonthsAllowed: months } = requirement
    if (lack === 'designation') {
      return `Je hebt ${title}, maar je werkgever heeft je er die dag niet voor aangewezen. Vraag je teamleider om de aanwijzing.`
    }
    if (lack === 'confirmation') {
      return `Je ${title} is niet op tijd door je werkgever bevestigd en geldt daarom niet. Vraag je teamleider of er nog een handtekening is die niet is ingevoerd.`
    }
    const wanted =
      months > 0 ? ` (geldig, of hooguit ${formatCount(months, 'maand', 'maanden')} verlopen)` : ''
    if (lapsedOn) {
      const first = course ? `Volg eerst ‘${course}’, of zet` : 'Zet'
      return `Je ${title} geldt tot en met ${formatDayYear(lapsedOn)}, en op de eerste dag heb je een bewijs nodig${wanted}. ${first} je nieuwe bewijs in je dossier.`
    }
    const otherwise = course ? ` Heb je het niet? Volg dan eerst ‘${course}’.` : ''
    return `Hiervoor heb je ${title} nodig${wanted}, en dat bewijs staat niet in je dossier. Heb je het wel? Zet het in je dossier.${otherwise}`
  },
  /** The same about a colleague, to who enrols them. */
  unmetOfColleague(name: string, { title, lapsedOn, lack }: UnmetRequirement): string {
    if (lack === 'designation') return `${name} heeft ${title}, maar is er die dag niet voor aangewezen.`
    if (lack === 'confirmation') {
      return `De ${title} van ${name} is niet op tijd bevestigd en geldt daarom niet.`
    }
    return lapsedOn
      ? `${name} heeft ${title} tot en met ${formatDayYear(lapsedOn)}. Dat is te kort.`
      : `${name} heeft geen ${title} in het dossier, en dat is nodig.`
  },
} as const

/** On what a term rests. */
export const basisWords: Record<ValidityBasis, string> = {
  law: 'wet',
  scheme: 'regeling',
  custom: 'gebruik in de branche',
  employer: 'werkgever',
}

export const standingWords: Record<Standing, { word: string; tone: Tone }> = {
  valid: { word: 'geldig', tone: 'ok' },
  expiring: { word: 'verloopt binnenkort', tone: 'warn' },
  lapsed: { word: 'verlopen', tone: 'stop' },
  designation: { word: 'nog niet aangewezen', tone: 'stop' },
  confirmation: { word: 'niet op tijd bevestigd', tone: 'stop' },
}

export const verificationWords: Record<Verification, { word: string; tone: Tone; sign: Sign }> = {
  unverified: { word: 'niet gecontroleerd', tone: 'neutral', sign: 'empty' },
  verified: { word: 'gecontroleerd', tone: 'ok', sign: 'full' },
  refused: { word: 'afgewezen', tone: 'stop', sign: 'dashed' },
}
