import { paths } from '#app/paths.ts'
import { act, facts, type Mail, text } from '#app/platform/mail/mail.ts'
import { formatCents, formatCount, formatMonth } from '#app/ui/format.ts'
import { amountWords, contributionTexts, stateWords } from './contribution-texts.ts'

type Line = { what: string; day: string; minutes: number | null; cents: number; sourceWords: string }

/** The monthly link: how much waits, and the one page where each line is answered. */
export function requestMail(about: {
  organisation: string
  month: string
  lines: { count: number; cents: number }
  token: string
}): Mail {
  return {
    title: `Klopt dit? Wat ${about.organisation} inbracht`,
    blocks: [
      text(
        `${about.organisation} hielp mee aan de scholing van docenten. Wil je nakijken of we dat goed hebben opgeschreven, en ervoor tekenen? Dat telt als cofinanciering van het programma; je betaalt niets.`,
      ),
      facts([
        ['Maand', formatMonth(about.month)],
        ['Wacht op je', formatCount(about.lines.count, 'regel', 'regels')],
        ['Samen waard', formatCents(about.lines.cents)],
      ]),
      act('Bekijk en teken', paths.signContributions(about.token)),
      text(`Per regel druk je op Akkoord, Verbeter of Wijs af. ${contributionTexts.linkTerm}`),
    ],
  }
}

type Answer = Line & {
  state: 'signed' | 'refused' | 'corrected'
  signerName: string | null
  refusedReason: string | null
}

/** What a company answered, as facts. */
export function confirmationMail(organisation: string, answers: Answer[]): Mail {
  const row = (answer: Answer): [string, string] => [
    stateOf(answer),
    `${answer.what}, ${answer.sourceWords}: ${amountWords(answer)}${worth(answer)}`,
  ]
  const signed = answers.filter(({ state }) => state === 'signed')
  return {
    title: `Bedankt: dit heeft ${organisation} beantwoord`,
    blocks: [
      text('Dit is wat er bij ons staat. Bewaar deze mail als je wilt.'),
      facts(answers.map(row)),
      facts([
        ['Getekend', `${formatCount(signed.length, 'regel', 'regels')}, samen ${formatCents(total(signed))}`],
        ['Naam', [...new Set(answers.map(({ signerName }) => signerName))].filter(Boolean).join(', ') || '–'],
      ]),
      text('Klopt hier iets niet? Beantwoord deze mail of neem contact op met de coördinator.'),
    ],
  }
}

const total = (lines: Line[]) => lines.reduce((sum, { cents }) => sum + cents, 0)
const worth = ({ minutes, cents }: Line) => (minutes === null ? '' : ` (${formatCents(cents)})`)

function stateOf({ state, refusedReason }: Answer): string {
  const word = stateWords[state]
  const start = word.charAt(0).toUpperCase() + word.slice(1)
  return refusedReason ? `${start}: ${refusedReason}` : start
}
