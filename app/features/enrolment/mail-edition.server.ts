import { attachmentsOfPlace } from '#app/features/agenda/calendar-attachments.server.ts'
import type { Mail } from '#app/platform/mail/mail.ts'
import { type MailAttachment, mailPerson } from '#app/platform/mail/queue-mail.server.ts'
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

/** What puts a place in somebody's calendar, changes it there or takes it out. */
const inCalendar = new Set([
  'confirmed',
  'confirmed-by-lead',
  'requested',
  'requested-after-offer',
  'approved',
  'promoted',
  'going-ahead',
  'moved',
  'declined',
  'withdrawn',
  'taken-out',
])

/**
 * Tells the person of an enrolment something about it, once for each `reason`, with the file for their calendar where
 * it changes that. `status` is the one before: who only waited had nothing in their calendar to take out.
 */
export async function mailAbout(
  trx: Transaction,
  enrolment: { id: number; personId: number; status?: string },
  reason: string,
  mail: Mail,
  files?: MailAttachment[],
): Promise<number | undefined> {
  const waited = enrolment.status === 'waitlisted' || enrolment.status === 'offered'
  const leaves = reason === 'withdrawn' || reason === 'taken-out' || reason === 'declined'
  const attachments =
    files ?? (inCalendar.has(reason) && !(waited && leaves) ? await attachmentsOfPlace(trx, enrolment) : [])
  return mailPerson(trx, enrolment.personId, {
    reason: `enrolment.${reason}`,
    subjectKey: `enrolment:${enrolment.id}`,
    mail,
    digestible: digestible.has(reason),
    attachments,
  })
}
