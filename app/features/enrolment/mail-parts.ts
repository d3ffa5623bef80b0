import { paths } from '#app/paths.ts'
import { act, facts, list, type MailBlock, text } from '#app/platform/mail/mail.ts'
import { enrolmentTexts } from './enrolment-texts.ts'

/** What the mails about a place have in common. A link in a mail opens a page; acts are on that page. */

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

export const when = (edition: MailEdition): MailBlock[] =>
  edition.lines.length > 0 ? [text('Wanneer en waar:'), list([...edition.lines])] : []

export function preparation(edition: MailEdition): MailBlock[] {
  return [
    ...(edition.bring.length > 0 ? [text('Neem mee:'), list([...edition.bring])] : []),
    ...(edition.participantsNote ? [text(edition.participantsNote)] : []),
    ...(edition.leaveUntil ? [text(enrolmentTexts.leaveUntil(edition.leaveUntil))] : []),
  ]
}

/** What somebody who has no certain place yet should know beside it. */
export function standing(status: string): MailBlock[] {
  if (status === 'waitlisted') return [text('Je staat nog op de wachtlijst. Daaraan verandert niets.')]
  if (status === 'offered') return [text('De plek die we je aanboden, wacht nog op je antwoord.')]
  if (status === 'requested') return [text('Je team moet je plek nog goedkeuren.')]
  return []
}

export const mine = (enrolmentId: number) => act('Bekijk je inschrijving', paths.myEnrolment(enrolmentId))
export const because = (reason: string | null | undefined): MailBlock[] =>
  reason ? [facts([['Reden', reason]])] : []
