import { paths } from '#app/paths.ts'
import { act, facts, list, type Mail, text } from '#app/platform/mail/mail.ts'
import { formatMoment } from '#app/ui/format.ts'
import { because, type MailEdition, mine, preparation, standing, when } from './mail-parts.ts'

/** One person's place in an edition, or wish for one. */
type Place = { id: number; status: string }

/** Mails about the edition itself and its meetings: what the organiser changes, and what is about to be. */
export const changeMails = {
  /** `again`: the link by which one waits for a next date in one press. */
  cancelled: (
    edition: MailEdition,
    reason: string,
    alternatives: readonly { line: string; slug: string; code: string }[],
    again: string | undefined,
    waiting = false,
  ): Mail => ({
    title: `Gaat niet door: ${edition.title}`,
    blocks: [
      text(
        waiting
          ? `${edition.title} gaat niet door. Je stond op de wachtlijst; die vervalt.`
          : `${edition.title} gaat niet door. Je hoeft je niet af te melden.`,
      ),
      ...because(reason),
      ...when(edition),
      ...(alternatives.length > 0
        ? [
            text('Je kunt je inschrijven voor een andere datum:'),
            ...alternatives.map(({ line, slug, code }) => act(line, paths.enrol(slug, code))),
          ]
        : [
            text('Er is nu geen andere datum met plek.'),
            ...(again ? [] : [act('Bekijk het aanbod', paths.catalogue())]),
          ]),
      ...(again
        ? [
            text(
              'Past er niets, of wil je wachten op een volgende datum? Dan krijg je daarvan als eerste bericht.',
            ),
            act('Houd mij op de lijst', paths.interestAgain(again)),
          ]
        : []),
    ],
  }),
  cancelledTrainer: (edition: MailEdition, reason: string): Mail => ({
    title: `Gaat niet door: ${edition.title}`,
    blocks: [
      text(`${edition.title} gaat niet door. De deelnemers hebben bericht.`),
      ...because(reason),
      ...when(edition),
      act('Bekijk je bijeenkomsten', paths.teaching()),
    ],
  }),
  /** To a participant, or without a place to a trainer. `until` for who still has to say yes to an offer. */
  goesAhead: (edition: MailEdition, enrolmentId: number | null, until: Date | null = null): Mail => ({
    title: `Gaat door: ${edition.title}`,
    blocks: [
      text(`${edition.title} gaat door.`),
      ...(until
        ? [text(`Je hebt nog niet gezegd of je de plek wilt. We houden hem vrij tot ${formatMoment(until)}.`)]
        : []),
      ...when(edition),
      ...(enrolmentId === null ? [] : [...preparation(edition), mine(enrolmentId)]),
    ],
  }),
  goesAheadWaiting: (edition: MailEdition, enrolmentId: number, position: number): Mail => ({
    title: `Gaat door: ${edition.title}`,
    blocks: [
      text(
        `${edition.title} gaat door. Je staat op de wachtlijst, plek ${position}. Komt er een plek vrij, dan hoor je het meteen.`,
      ),
      ...when(edition),
      mine(enrolmentId),
    ],
  }),
  meetingMoved: (
    edition: MailEdition,
    place: Place,
    change: { before: string; after: string; clashes: readonly string[] },
  ): Mail => ({
    title: `Andere tijd of plek: ${edition.title}`,
    blocks: [
      text(`Een bijeenkomst van ${edition.title} verandert.`),
      facts([
        ['Was', change.before],
        ['Wordt', change.after],
      ]),
      ...(change.clashes.length > 0
        ? [text('Dit valt samen met iets anders van jou:'), list([...change.clashes])]
        : []),
      ...standing(place.status),
      text(
        place.status === 'waitlisted'
          ? 'Past het niet meer? Dan kun je van de wachtlijst af.'
          : 'Past het niet meer? Je mag je afmelden zonder dat het als laat telt.',
      ),
      mine(place.id),
    ],
  }),
  meetingAdded: (
    edition: MailEdition,
    place: Place,
    { which, clashes }: { which: string; clashes: readonly string[] },
  ): Mail => ({
    title: `Er komt een bijeenkomst bij: ${edition.title}`,
    blocks: [
      text(`${edition.title} krijgt er een bijeenkomst bij.`),
      facts([['Erbij', which]]),
      ...(clashes.length > 0 ? [text('Dit valt samen met iets anders van jou:'), list([...clashes])] : []),
      ...standing(place.status),
      text(
        place.status === 'waitlisted'
          ? 'Past het niet? Dan kun je van de wachtlijst af.'
          : 'Past het niet? Je mag je afmelden zonder dat het als laat telt.',
      ),
      mine(place.id),
    ],
  }),
  meetingAddedTrainer: (edition: MailEdition, which: string): Mail => ({
    title: `Er komt een bijeenkomst bij: ${edition.title}`,
    blocks: [
      text(`${edition.title} krijgt er een bijeenkomst bij. De deelnemers hebben bericht.`),
      facts([['Erbij', which]]),
      act('Bekijk je bijeenkomsten', paths.teaching()),
    ],
  }),
  meetingCancelled: (edition: MailEdition, place: Place, which: string, reason: string): Mail => ({
    title: `Een bijeenkomst gaat niet door: ${edition.title}`,
    blocks: [
      text(`Deze bijeenkomst van ${edition.title} gaat niet door. De andere gaan wel door.`),
      facts([
        ['Vervalt', which],
        ['Reden', reason],
      ]),
      ...when(edition),
      ...standing(place.status),
      mine(place.id),
    ],
  }),
  meetingMovedTrainer: (edition: MailEdition, change: { before: string; after: string }): Mail => ({
    title: `Andere tijd of plek: ${edition.title}`,
    blocks: [
      text(`Een bijeenkomst van ${edition.title} verandert. De deelnemers hebben bericht.`),
      facts([
        ['Was', change.before],
        ['Wordt', change.after],
      ]),
      act('Bekijk je bijeenkomsten', paths.teaching()),
    ],
  }),
  meetingCancelledTrainer: (edition: MailEdition, which: string, reason: string): Mail => ({
    title: `Een bijeenkomst gaat niet door: ${edition.title}`,
    blocks: [
      text('De deelnemers hebben bericht.'),
      facts([
        ['Vervalt', which],
        ['Reden', reason],
      ]),
      act('Bekijk je bijeenkomsten', paths.teaching()),
    ],
  }),
  trainerAssigned: (edition: MailEdition, which: string): Mail => ({
    title: `Jij staat ervoor: ${edition.title}`,
    blocks: [
      text(`De coördinator heeft jou als trainer gekozen voor een bijeenkomst van ${edition.title}.`),
      facts([['Wanneer en waar', which]]),
      act('Bekijk je bijeenkomsten', paths.teaching()),
    ],
  }),
} as const
