import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { attachmentsOfTrainer } from '#app/features/agenda/calendar-attachments.server.ts'
import { refuseTaken } from '#app/features/catalogue/insert-meetings.server.ts'
import { now } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { mailPerson } from '#app/platform/mail/queue-mail.server.ts'
import { orNotFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#db/client.server.ts'
import { changeMails } from './change-mails.ts'
import { enrolmentTexts as texts } from './enrolment-texts.ts'
import { lockMeeting } from './lock-meeting.server.ts'
import { mailEdition } from './mail-edition.server.ts'
import { meetingLine } from './meeting-lines-queries.server.ts'

/** Puts a trainer before a meeting that has none. Who stands elsewhere at that time is refused. */
export async function assignTrainer(
  db: Db,
  actor: Actor,
  meeting: { id: number },
  input: { personId: number },
): Promise<{ name: string; mailId: number | undefined }> {
  authorize(actor, 'edition.manage')
  return inTransaction(db, async (trx) => {
    const { edition, meeting: current } = await lockMeeting(trx, meeting.id, now())
    const { personId } = input
    const person = orNotFound(
      await trx
        .selectFrom('person')
        .select('name')
        .where('id', '=', personId)
        .where('deactivatedAt', 'is', null)
        .where('mergedIntoId', 'is', null)
        .executeTakeFirst(),
    )
    const taken = trx.selectFrom('meetingTrainer').select('personId').where('meetingId', '=', current.id)
    if (await taken.executeTakeFirst()) throw new Refusal(texts.hasTrainer)
    await refuseTaken(current, () =>
      trx.insertInto('meetingTrainer').values({ meetingId: current.id, personId, during: 'empty' }).execute(),
    )
    const about = await mailEdition(trx, edition)
    const mailId = await mailPerson(trx, personId, {
      reason: 'meeting.trainer-assigned',
      subjectKey: `meeting:${current.id}:${now().toISOString()}`,
      mail: changeMails.trainerAssigned(about, meetingLine(current)),
      attachments: await attachmentsOfTrainer(trx, personId, {
        editionId: edition.id,
        meetingId: current.id,
      }),
    })
    const details = { editionId: edition.id, personId }
    await note(trx, actor, 'meeting.assign-trainer', { type: 'meeting', id: current.id }, { details })
    return { name: person.name, mailId }
  })
}
