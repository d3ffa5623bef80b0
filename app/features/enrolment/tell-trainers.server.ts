import { attachmentsOfTrainer } from '#app/features/agenda/calendar-attachments.server.ts'
import type { Mail } from '#app/platform/mail/mail.ts'
import { type MailToPerson, mailPeople } from '#app/platform/mail/queue-mails.server.ts'
import type { Transaction } from '#db/client.server.ts'

/**
 * Tells everyone who trains an edition, or stands before one of its meetings, once each, with the file for their
 * calendar: of one meeting where it is about that, and only who stands before it.
 */
export async function tellTrainers(
  trx: Transaction,
  editionId: number,
  reason: string,
  subjectKey: string,
  mail: Mail,
  meetingId?: number,
): Promise<void> {
  const trainers = await trx
    .selectFrom('editionTrainer')
    .select('personId')
    .where('editionId', '=', editionId)
    .union(
      trx
        .selectFrom('meetingTrainer')
        .innerJoin('meeting', 'meeting.id', 'meetingTrainer.meetingId')
        .select('meetingTrainer.personId')
        .where('meeting.editionId', '=', editionId),
    )
    .execute()
  const mails: MailToPerson[] = []
  for (const { personId } of trainers) {
    const attachments = await attachmentsOfTrainer(trx, personId, { editionId, meetingId })
    mails.push({ personId, reason, subjectKey, mail, editionId, attachments })
  }
  await mailPeople(trx, mails)
}
