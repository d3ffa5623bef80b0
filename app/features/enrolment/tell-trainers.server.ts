import type { Mail } from '#app/platform/mail/mail.ts'
import { mailPerson } from '#app/platform/mail/queue-mail.server.ts'
import type { Transaction } from '#db/client.server.ts'

/** Tells everyone who trains an edition, or stands before one of its meetings, once each. */
export async function tellTrainers(
  trx: Transaction,
  editionId: number,
  reason: string,
  subjectKey: string,
  mail: Mail,
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
  for (const { personId } of trainers) await mailPerson(trx, personId, { reason, subjectKey, mail })
}
