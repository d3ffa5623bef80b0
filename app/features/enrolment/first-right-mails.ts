import { firstRightDays } from '#app/features/interest/interest.ts'
import { paths } from '#app/paths.ts'
import { act, list, type Mail, text } from '#app/platform/mail/mail.ts'
import { formatCount, formatMoment } from '#app/ui/format.ts'
import { enrolmentTexts } from './enrolment-texts.ts'
import { type MailEdition, mine, when } from './mail-parts.ts'

/** Mails to who showed interest before there was a date: they are first in line. */
export const firstRightMails = {
  offered: (edition: MailEdition, token: string, until: Date, misfit: readonly string[]): Mail => ({
    title: `Er is een datum, en jij bent als eerste: ${edition.title}`,
    blocks: [
      text(
        `Je liet weten dat je naar ${edition.title} wilt. Er is nu een datum. We houden een plek voor je vrij tot ${formatMoment(until)}. Daarna gaat hij naar een ander.`,
      ),
      ...when(edition),
      ...(misfit.length > 0 ? [text('Let op, er past nog iets niet:'), list([...misfit])] : []),
      act('Kies: aannemen of niet', paths.acceptOffer(token)),
      text('Past deze datum niet? Zeg dan nee. Je blijft op de lijst voor een volgende datum.'),
    ],
  }),
  waiting: (edition: MailEdition, enrolmentId: number, position: number): Mail => ({
    title: `Er is een datum, je staat in de rij: ${edition.title}`,
    blocks: [
      text(
        `Je liet weten dat je naar ${edition.title} wilt. Er is nu een datum, maar er wilden meer mensen dan er plekken zijn. Je staat op de wachtlijst, plek ${position}, vóór iedereen die zich nu nog meldt.`,
      ),
      ...when(edition),
      mine(enrolmentId),
    ],
  }),
  /** To a lead who spoke for several: `places` are held, of the `wanted`. */
  reserved: (
    edition: MailEdition,
    editionId: number,
    { places, wanted, until }: { places: number; wanted: number; until: Date },
  ): Mail => ({
    title: `Er is een datum, kies wie er gaat: ${edition.title}`,
    blocks: [
      text(
        places > 0
          ? `Je liet weten dat ${wanted} mensen van je team naar ${edition.title} willen. We houden ${formatCount(places, 'plek', 'plekken')} voor je team vrij tot ${formatMoment(until)}. Kies voor die tijd wie er gaat.`
          : `Je liet weten dat ${wanted} mensen van je team naar ${edition.title} willen. Er is een datum, maar hij is al vol. Wie je inschrijft, komt op de wachtlijst.`,
      ),
      ...(places > 0 && places < wanted
        ? [text('Meer plekken zijn er niet. Wie er verder bij komt, gaat op de wachtlijst.')]
        : []),
      ...when(edition),
      act('Kies wie er gaat', paths.enrolTeam(editionId)),
    ],
  }),
  reminder: (edition: MailEdition, token: string, until: Date): Mail => ({
    title: `Nog niet gekozen: ${edition.title}`,
    blocks: [
      text(`We houden je plek bij ${edition.title} nog vrij tot ${formatMoment(until)}. Wil je hem?`),
      ...when(edition),
      act('Kies: aannemen of niet', paths.acceptOffer(token)),
    ],
  }),
  reservationReminder: (edition: MailEdition, editionId: number, places: number, until: Date): Mail => ({
    title: `Nog niet gekozen wie er gaat: ${edition.title}`,
    blocks: [
      text(
        `We houden ${formatCount(places, 'plek', 'plekken')} bij ${edition.title} nog voor je team vrij tot ${formatMoment(until)}. Wie gaat er?`,
      ),
      ...when(edition),
      act('Kies wie er gaat', paths.enrolTeam(editionId)),
    ],
  }),
  reservationLapsed: (edition: MailEdition, places: number): Mail => ({
    title: `De plekken van je team zijn vrijgegeven: ${edition.title}`,
    blocks: [
      text(
        `We hoorden niet op tijd wie er naar ${edition.title} gaat. ${places === 1 ? 'De plek is' : `De ${places} plekken zijn`} nu voor een ander. Je blijft op de lijst voor een volgende datum.`,
      ),
      act('Bekijk andere data', paths.offering(edition.slug)),
    ],
  }),
  /** By a lead, for a colleague. */
  enrolledByLead: (edition: MailEdition, enrolmentId: number, lead: string, position: number): Mail => ({
    title: `${position > 0 ? 'Je staat op de wachtlijst' : 'Je bent ingeschreven'}: ${edition.title}`,
    blocks: [
      text(
        position > 0
          ? `${lead} schreef je in voor ${edition.title}. Het is vol: je staat op de wachtlijst, plek ${position}.`
          : `${lead} schreef je in voor ${edition.title}. Je plek staat vast.`,
      ),
      ...when(edition),
      ...(edition.bring.length > 0 && position === 0 ? [text('Neem mee:'), list([...edition.bring])] : []),
      text(`Kun je niet, of wil je niet? Meld je af op je pagina. ${firstRightNote(edition)}`.trim()),
      mine(enrolmentId),
    ],
  }),
} as const

const firstRightNote = ({ leaveUntil }: MailEdition) =>
  leaveUntil ? enrolmentTexts.leaveUntil(leaveUntil) : ''

/** 'vijf dagen', for the screen. */
export const firstRightWords = `${firstRightDays === 5 ? 'vijf' : firstRightDays} dagen`
