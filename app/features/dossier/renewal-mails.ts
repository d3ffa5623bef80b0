import { paperName, termWords, untilWords } from '#app/features/qualifications/dossier-texts.ts'
import type { HeldLine } from '#app/features/qualifications/holding.ts'
import type { DossierPaper } from '#app/features/qualifications/qualification-queries.server.ts'
import { standingWords } from '#app/features/qualifications/qualification-texts.ts'
import { paths } from '#app/paths.ts'
import { act, facts, list, type Mail, text } from '#app/platform/mail/mail.ts'
import { formatCount, formatDayYear, formatLongDay, formatMonth } from '#app/ui/format.ts'
import type { RenewalEdition } from './renewal.ts'

/** What holders hear before something lapses, and team leads once a month. */
export const renewalMails = {
  lapses: (
    paper: Pick<
      DossierPaper,
      'title' | 'scope' | 'typeCode' | 'validityMonths' | 'validityBasis' | 'validityNote'
    >,
    until: string,
    edition: RenewalEdition | undefined,
  ): Mail => ({
    title: `${paperName(paper)} verloopt op ${formatDayYear(until)}`,
    blocks: [
      text(`Je ${paperName(paper)} geldt nog tot en met ${formatDayYear(until)}.`),
      ...(edition
        ? [
            text('Hiermee haal je het opnieuw, en er is plek:'),
            facts([
              ['Wat', edition.title],
              ['Wanneer', formatLongDay(edition.startsAt)],
              ['Nog vrij', formatCount(edition.left, 'plek', 'plekken')],
            ]),
            act('Schrijf je in', paths.enrol(edition.slug, edition.code)),
          ]
        : [
            text('Er staat nu niets gepland waarmee je het opnieuw haalt. Laat weten dat je het nodig hebt.'),
            act('Meld behoefte', paths.reportWishFor(paper.typeCode)),
          ]),
      text(`De termijn: ${termWords(paper)}. ${paper.validityNote}`),
      text('Heb je al een nieuw bewijs? Zet het in je dossier, dan hoor je hier niets meer over.'),
      act('Bekijk je dossier', paths.myDossier()),
    ],
  }),
  employer: (
    paper: Pick<DossierPaper, 'id' | 'title' | 'scope'>,
    until: string,
    what: 'designation' | 'confirmation',
  ): Mail => ({
    title:
      what === 'confirmation'
        ? `${paperName(paper)}: je werkgever moet opnieuw tekenen`
        : `Je aanwijzing voor ${paperName(paper)} loopt af`,
    blocks: [
      text(
        what === 'confirmation'
          ? `Je ${paperName(paper)} is bevestigd tot en met ${formatDayYear(until)}. Tekent je werkgever niet voor die dag, dan vervalt het, ook al loopt het papier zelf nog door.`
          : `Je werkgever heeft je aangewezen tot en met ${formatDayYear(until)}. Daarna geldt ${paperName(paper)} niet meer, ook al is je opleiding nog geldig.`,
      ),
      text('Vraag je teamleider om de handtekening. Die krijgt een mail met een link.'),
      act('Vraag je teamleider', paths.myPaper(paper.id)),
    ],
  }),
  /** To who was put on a list by a coordinator, because theirs lapses. */
  onList: ({ title, slug }: { title: string; slug: string }, lastDay: string): Mail => ({
    title: `We zoeken een datum: ${title}`,
    blocks: [
      text(
        `Je bewijs loopt tot en met ${formatDayYear(lastDay)}. We zoeken een datum voor ${title} en hebben je op de lijst gezet. Is er een datum, dan krijg jij als eerste een plek aangeboden. Je hebt dan vijf dagen om te kiezen.`,
      ),
      text(
        'Laat weten wanneer je kunt, dan houden we er rekening mee. Wil je niet mee, haal je dan van de lijst.',
      ),
      act('Zeg wanneer je kunt', paths.interest(slug)),
    ],
  }),
  activityDecided: (title: string, reason: string | null): Mail => ({
    title: reason === null ? `Telt mee op je urenkaart: ${title}` : `Telt niet mee op je urenkaart: ${title}`,
    blocks: [
      ...(reason === null ? [text(`${title} is erkend en telt mee.`)] : [facts([['Waarom niet', reason]])]),
      act('Bekijk je urenkaart', paths.myHours()),
    ],
  }),
  team: (
    month: string,
    people: readonly { name: string; attention: readonly HeldLine[] }[],
    toVerify: number,
  ): Mail => {
    const lines = people.flatMap(({ name, attention }) =>
      attention.map(
        (held) =>
          `${name}: ${paperName(held)}, ${standingWords[held.stand.standing].word} (${untilWords(held.stand)})`,
      ),
    )
    return {
      title: `Bewijzen van je team, ${formatMonth(month)}`,
      blocks: [
        ...(lines.length > 0
          ? [
              text(`Dit verloopt, is verlopen of wacht op een handtekening van jou:`),
              list(lines.slice(0, linesInMail)),
              ...(lines.length > linesInMail
                ? [text(`En nog ${formatCount(lines.length - linesInMail, 'bewijs', 'bewijzen')}.`)]
                : []),
            ]
          : []),
        act('Bekijk je team', paths.team()),
        ...(toVerify > 0
          ? [
              text(`${formatCount(toVerify, 'bewijs wacht', 'bewijzen wachten')} op controle.`),
              act('Controleer', paths.verifyPapers()),
            ]
          : []),
      ],
    }
  },
} as const

const linesInMail = 40
