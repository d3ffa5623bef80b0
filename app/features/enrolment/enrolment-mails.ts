import { paths } from '#app/paths.ts'
import { act, facts, list, type Mail, type MailBlock, text } from '#app/platform/mail/mail.ts'
import { formatDayYear, formatMoment } from '#app/ui/format.ts'
import { enrolmentTexts } from './enrolment-texts.ts'

/** Every mail about a place, in the words of the pages. A link in a mail opens a page; acts are on that page. */

/** What each of them tells of the edition. */
export type MailEdition = {
  title: string
  slug: string
  code: string
  bring: readonly string[]
  participantsNote: string
  hasMeal: boolean
  /** Its meetings, a line each. */
  lines: readonly string[]
  leaveUntil: Date | null
}

const when = (edition: MailEdition): MailBlock[] =>
  edition.lines.length > 0 ? [text('Wanneer en waar:'), list([...edition.lines])] : []

function preparation(edition: MailEdition): MailBlock[] {
  return [
    ...(edition.bring.length > 0 ? [text('Neem mee:'), list([...edition.bring])] : []),
    ...(edition.participantsNote ? [text(edition.participantsNote)] : []),
    ...(edition.leaveUntil ? [text(enrolmentTexts.leaveUntil(edition.leaveUntil))] : []),
  ]
}

const mine = (enrolmentId: number) => act('Bekijk je inschrijving', paths.myEnrolment(enrolmentId))
const because = (reason: string | null | undefined): MailBlock[] =>
  reason ? [facts([['Reden', reason]])] : []

export const enrolmentMails = {
  confirmed: (edition: MailEdition, enrolmentId: number): Mail => ({
    title: `Je bent ingeschreven: ${edition.title}`,
    blocks: [
      text(enrolmentTexts.enrolled.confirmed(edition.title)),
      ...when(edition),
      ...preparation(edition),
      mine(enrolmentId),
    ],
  }),
  requested: (edition: MailEdition, enrolmentId: number): Mail => ({
    title: `Wacht op goedkeuring: ${edition.title}`,
    blocks: [text(enrolmentTexts.enrolled.requested(edition.title)), ...when(edition), mine(enrolmentId)],
  }),
  waitlisted: (edition: MailEdition, enrolmentId: number, position: number): Mail => ({
    title: `Je staat op de wachtlijst: ${edition.title}`,
    blocks: [
      text(enrolmentTexts.enrolled.waitlisted(edition.title, position)),
      ...when(edition),
      mine(enrolmentId),
    ],
  }),
  approved: (edition: MailEdition, enrolmentId: number, waiting: boolean): Mail => ({
    title: `Goedgekeurd: ${edition.title}`,
    blocks: [
      text(
        waiting
          ? 'Je team vindt het goed dat je gaat. Het is nog vol; je staat op de wachtlijst.'
          : `Je team vindt het goed dat je gaat. Je plek bij ${edition.title} staat vast.`,
      ),
      ...when(edition),
      ...(waiting ? [] : preparation(edition)),
      mine(enrolmentId),
    ],
  }),
  declined: (edition: MailEdition, reason: string): Mail => ({
    title: `Niet goedgekeurd: ${edition.title}`,
    blocks: [
      text(`Je team vindt het niet goed dat je naar ${edition.title} gaat. Je plek gaat naar een ander.`),
      ...because(reason),
      act('Bekijk het aanbod', paths.catalogue()),
    ],
  }),
  promoted: (edition: MailEdition, enrolmentId: number, approvalPending: boolean): Mail => ({
    title: `Er is een plek voor je: ${edition.title}`,
    blocks: [
      text(
        approvalPending
          ? `Er is een plek vrijgekomen bij ${edition.title}. We houden hem voor je vrij tot je team het goedkeurt.`
          : `Er is een plek vrijgekomen bij ${edition.title}, en jij was aan de beurt. Je bent ingeschreven.`,
      ),
      ...when(edition),
      ...preparation(edition),
      text('Kun je niet meer? Meld je dan af, dan kan een ander gaan.'),
      mine(enrolmentId),
    ],
  }),
  offered: (edition: MailEdition, token: string, until: Date, misfit: readonly string[]): Mail => ({
    title: `Wil je deze plek? ${edition.title}`,
    blocks: [
      text(
        `Er is een plek vrijgekomen bij ${edition.title}, en jij bent aan de beurt. We houden hem voor je vrij tot ${formatMoment(until)}. Daarna gaat hij naar de volgende.`,
      ),
      ...when(edition),
      ...(misfit.length > 0 ? [text('Let op, er past nog iets niet:'), list([...misfit])] : []),
      act('Kies: aannemen of niet', paths.acceptOffer(token)),
    ],
  }),
  offerLapsed: (edition: MailEdition): Mail => ({
    title: `De plek is naar de volgende: ${edition.title}`,
    blocks: [
      text(
        `We hoorden niet op tijd of je de plek bij ${edition.title} wilde. Hij is nu naar de volgende op de wachtlijst.`,
      ),
      act('Bekijk andere data', paths.offering(edition.slug)),
    ],
  }),
  waitingEnded: (edition: MailEdition): Mail => ({
    title: `Geen plek vrijgekomen: ${edition.title}`,
    blocks: [
      text(
        `${edition.title} is begonnen en er kwam geen plek meer vrij. Je staat niet meer op de wachtlijst.`,
      ),
      act('Bekijk andere data', paths.offering(edition.slug)),
    ],
  }),
  offTheList: (edition: MailEdition): Mail => ({
    title: `Van de wachtlijst af: ${edition.title}`,
    blocks: [
      text(enrolmentTexts.offTheList(edition.title)),
      act('Bekijk het aanbod', paths.offering(edition.slug)),
    ],
  }),
  withdrawn: (edition: MailEdition, late: boolean): Mail => ({
    title: `Je bent afgemeld: ${edition.title}`,
    blocks: [
      text(late ? enrolmentTexts.withdrawnLate(edition.title) : enrolmentTexts.withdrawn(edition.title)),
      act('Bekijk het aanbod', paths.offering(edition.slug)),
    ],
  }),
  takenOut: (edition: MailEdition, reason: string): Mail => ({
    title: `Je plek vervalt: ${edition.title}`,
    blocks: [
      text(`De coördinator heeft je uit de lijst van ${edition.title} gehaald.`),
      ...because(reason),
      act('Bekijk andere data', paths.offering(edition.slug)),
    ],
  }),
  movedTo: (from: MailEdition, to: MailEdition, enrolmentId: number, reason: string): Mail => ({
    title: `Je plek is verplaatst: ${to.title}`,
    blocks: [
      text('De coördinator heeft je plek verplaatst.'),
      ...because(reason),
      text(`Eerst: ${from.title}`),
      list([...from.lines]),
      text(`Nu: ${to.title}`),
      list([...to.lines]),
      ...preparation(to),
      mine(enrolmentId),
    ],
  }),
  /** To a participant, or without a place to a trainer. */
  goesAhead: (edition: MailEdition, enrolmentId: number | null): Mail => ({
    title: `Gaat door: ${edition.title}`,
    blocks: [
      text(`${edition.title} gaat door.`),
      ...when(edition),
      ...(enrolmentId === null ? [] : [...preparation(edition), mine(enrolmentId)]),
    ],
  }),
  cancelled: (
    edition: MailEdition,
    reason: string,
    alternatives: readonly { line: string; slug: string; code: string }[],
  ): Mail => ({
    title: `Gaat niet door: ${edition.title}`,
    blocks: [
      text(`${edition.title} gaat niet door. Je hoeft je niet af te melden.`),
      ...because(reason),
      ...when(edition),
      ...(alternatives.length > 0
        ? [
            text('Je kunt je inschrijven voor een andere datum:'),
            ...alternatives.map(({ line, slug, code }) => act(line, paths.enrol(slug, code))),
          ]
        : [
            text('Er is nog geen andere datum. Kijk later nog eens bij het aanbod.'),
            act('Bekijk het aanbod', paths.catalogue()),
          ]),
    ],
  }),
  meetingMoved: (
    edition: MailEdition,
    enrolmentId: number,
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
      text('Past het niet meer? Je mag je afmelden zonder dat het als laat telt.'),
      mine(enrolmentId),
    ],
  }),
  meetingCancelled: (edition: MailEdition, enrolmentId: number, which: string, reason: string): Mail => ({
    title: `Een bijeenkomst gaat niet door: ${edition.title}`,
    blocks: [
      text(`Deze bijeenkomst van ${edition.title} gaat niet door. De andere gaan wel door.`),
      facts([
        ['Vervalt', which],
        ['Reden', reason],
      ]),
      ...when(edition),
      mine(enrolmentId),
    ],
  }),
  meetingReminder: (edition: MailEdition, enrolmentId: number, which: string): Mail => ({
    title: `Binnenkort: ${edition.title}`,
    blocks: [
      text(`Je gaat naar ${edition.title}.`),
      facts([['Wanneer en waar', which]]),
      ...(edition.bring.length > 0 ? [text('Neem mee:'), list([...edition.bring])] : []),
      ...(edition.participantsNote ? [text(edition.participantsNote)] : []),
      text('Kun je er niet bij zijn? Zeg het op je pagina, dan weet de trainer het.'),
      mine(enrolmentId),
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
  approvalAsked: (
    request: { name: string; note: string | null; waiting: boolean; away: readonly string[] },
    edition: MailEdition,
    token: string,
  ): Mail => ({
    title: `Vind je dit goed? ${request.name} wil naar ${edition.title}`,
    blocks: [
      text(
        request.waiting
          ? `${request.name} staat op de wachtlijst voor ${edition.title} en vraagt of het mag.`
          : `${request.name} wil naar ${edition.title}. De plek wordt vrijgehouden tot jij beslist.`,
      ),
      ...when(edition),
      ...(request.note ? [facts([['Toelichting', request.note]])] : []),
      text(
        request.away.length > 0
          ? `Op die dagen zijn uit je team ook weg: ${request.away.join(', ')}.`
          : 'Op die dagen is er verder niemand van je team weg.',
      ),
      act('Bekijk en beslis', paths.approveEnrolment(token)),
    ],
  }),
  approvalReminder: (name: string, edition: MailEdition, token: string, asked: Date): Mail => ({
    title: `Nog te beslissen: ${name} en ${edition.title}`,
    blocks: [
      text(
        `Sinds ${formatDayYear(asked)} wacht ${name} op een antwoord voor ${edition.title}. De plek blijft zolang bezet.`,
      ),
      ...when(edition),
      act('Bekijk en beslis', paths.approveEnrolment(token)),
    ],
  }),
  approvalDigest: (requests: readonly { name: string; title: string; token: string }[]): Mail => ({
    title: requests.length === 1 ? '1 verzoek wacht op jou' : `${requests.length} verzoeken wachten op jou`,
    blocks: [
      text('Uit je team wachten deze collega’s op een antwoord:'),
      ...requests.map(({ name, title, token }) => act(`${name}: ${title}`, paths.approveEnrolment(token))),
      act('Bekijk je team', paths.team()),
    ],
  }),
  confirmAddress: (edition: MailEdition, token: string, full: boolean): Mail => ({
    title: `Bevestig je inschrijving: ${edition.title}`,
    blocks: [
      text(
        full
          ? `Je wilt naar ${edition.title}. Het is vol; na je bevestiging sta je op de wachtlijst.`
          : `Je wilt naar ${edition.title}. We houden 24 uur een plek voor je vrij; bevestig hem op de pagina hieronder.`,
      ),
      ...when(edition),
      act('Bevestig je inschrijving', paths.confirmEnrolment(token)),
      text('Heb jij dit niet gevraagd? Dan hoef je niets te doen. Na 24 uur vervalt het.'),
    ],
  }),
  alreadyEnrolled: (edition: MailEdition): Mail => ({
    title: `Je hebt hier al een plek: ${edition.title}`,
    blocks: [
      text(
        `Met jouw adres vroeg iemand een plek bij ${edition.title}. Die heb je al, dus er verandert niets.`,
      ),
      act('Log in en bekijk je overzicht', paths.mine()),
    ],
  }),
  anotherUnconfirmed: (edition: MailEdition, other: string, token: string): Mail => ({
    title: `Bevestig eerst je andere inschrijving: ${other}`,
    blocks: [
      text(
        `Met jouw adres vroeg iemand een plek bij ${edition.title}. Er wacht nog een andere inschrijving op bevestiging: ${other}. Bevestig die eerst; daarna kun je je ook hiervoor inschrijven.`,
      ),
      act('Bevestig je inschrijving', paths.confirmEnrolment(token)),
    ],
  }),
  substituteAsked: (from: string, edition: MailEdition, token: string): Mail => ({
    title: `Neem jij deze plek over? ${edition.title}`,
    blocks: [
      text(`${from} kan niet naar ${edition.title} en vraagt of jij de plek wilt overnemen.`),
      ...when(edition),
      act('Kies: ja of nee', paths.answerSubstitution(token)),
    ],
  }),
  handedOver: (to: string, edition: MailEdition): Mail => ({
    title: `Je plek is overgedragen: ${edition.title}`,
    blocks: [
      text(`${to} neemt jouw plek bij ${edition.title} over. Jij hoeft niets meer te doen.`),
      act('Bekijk je overzicht', paths.mine()),
    ],
  }),
  substituteDeclined: (by: string, edition: MailEdition, enrolmentId: number): Mail => ({
    title: `${by} kan niet: ${edition.title}`,
    blocks: [
      text(`${by} neemt je plek bij ${edition.title} niet over. De plek is nog van jou.`),
      mine(enrolmentId),
    ],
  }),
  membershipQuestion: (school: string, edition: MailEdition): Mail => ({
    title: `Wat doe je met je plek? ${edition.title}`,
    blocks: [
      text(
        `Je werkt niet meer bij ${school}. Je hebt nog een plek bij ${edition.title}. Wil je die houden, overdragen aan een collega, of je afmelden?`,
      ),
      ...when(edition),
      act('Maak je keuze', paths.mine()),
    ],
  }),
} as const
