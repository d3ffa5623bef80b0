import { paths } from '#app/paths.ts'
import { act, facts, list, type Mail, text } from '#app/platform/mail/mail.ts'
import { formatDayYear } from '#app/ui/format.ts'
import { type MailEdition, when } from './mail-parts.ts'

/** Mails to who decides for a team. */
export const approvalMails = {
  asked: (
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
      ...(request.away.length > 0 ? [text('Goed om te weten:'), list([...request.away])] : []),
      act('Bekijk en beslis', paths.approveEnrolment(token)),
    ],
  }),
  reminder: (name: string, edition: MailEdition, token: string, asked: Date): Mail => ({
    title: `Nog te beslissen: ${name} en ${edition.title}`,
    blocks: [
      text(
        `Sinds ${formatDayYear(asked)} wacht ${name} op een antwoord voor ${edition.title}. De plek blijft zolang bezet.`,
      ),
      ...when(edition),
      act('Bekijk en beslis', paths.approveEnrolment(token)),
    ],
  }),
  digest: (requests: readonly { name: string; title: string; token: string }[]): Mail => ({
    title: requests.length === 1 ? '1 verzoek wacht op jou' : `${requests.length} verzoeken wachten op jou`,
    blocks: [
      text('Uit je team wachten deze collega’s op een antwoord:'),
      ...requests.map(({ name, title, token }) => act(`${name}: ${title}`, paths.approveEnrolment(token))),
      act('Bekijk je team', paths.team()),
    ],
  }),
} as const
