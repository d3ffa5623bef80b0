import { paths } from '#app/paths.ts'
import { act, list, type Mail, text } from '#app/platform/mail/mail.ts'
import { formatMoment } from '#app/ui/format.ts'
import { enrolmentTexts } from './enrolment-texts.ts'
import { because, type MailEdition, mine, preparation, when } from './mail-parts.ts'

/** Mails to somebody about their own place, in the words of the pages. */
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
