import type { Mail } from '#app/platform/mail/mail.ts'
import { mailPerson } from '#app/platform/mail/queue-mail.server.ts'
import type { Db, Transaction } from '#db/client.server.ts'
import type { LockedEdition } from './lock-edition.server.ts'
import type { MailEdition } from './mail-parts.ts'
import { listMeetingLines } from './meeting-lines-queries.server.ts'

/** What the mails tell of an edition, with its meetings as they are now. */
export async function mailEdition(db: Db | Transaction, edition: LockedEdition): Promise<MailEdition> {
  const { title, slug, code, bring, participantsNote, hasMeal, leaveUntil } = edition
  const lines = await listMeetingLines(db, edition.id)
  return { title, slug, code, bring, participantsNote, hasMeal, leaveUntil, lines }
}

/** What is good to know and asks nothing at once: it may wait for the daily digest of who chose that. */
const digestible = new Set(['waitlisted', 'withdrawn', 'offer-lapsed', 'waiting-ended'])

/** Tells the person of an enrolment something about it, once for each `reason`. */
export function mailAbout(
  trx: Transaction,
  enrolment: { id: number; personId: number },
  reason: string,
  mail: Mail,
): Promise<number | undefined> {
  return mailPerson(trx, enrolment.personId, {
    reason: `enrolment.${reason}`,
    subjectKey: `enrolment:${enrolment.id}`,
    mail,
    digestible: digestible.has(reason),
  })
}
