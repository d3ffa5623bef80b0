import { attachmentsOfTrainer } from '#app/features/agenda/calendar-attachments.server.ts'
import type { Mail } from '#app/platform/mail/mail.ts'
import { mailPerson } from '#app/platform/mail/queue-mail.server.ts'
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
  for (const { personId } of trainers) {
    const attachments = await attachmentsOfTrainer(trx, personId, { editionId, meetingId })
    await mailPerson(trx, personId, { reason, subjectKey, mail, attachments })
  }
}
