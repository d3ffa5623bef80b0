import { paths } from '#app/paths.ts'
import { act, type Mail, text } from '#app/platform/mail/mail.ts'
import { type MailEdition, mine, when } from './mail-parts.ts'

/** Mails about a place that goes to a colleague. */
export const substitutionMails = {
  asked: (from: string, edition: MailEdition, token: string): Mail => ({
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
  declined: (by: string, edition: MailEdition, enrolmentId: number): Mail => ({
    title: `${by} kan niet: ${edition.title}`,
    blocks: [
      text(`${by} neemt je plek bij ${edition.title} niet over. De plek is nog van jou.`),
      mine(enrolmentId),
    ],
  }),
} as const
