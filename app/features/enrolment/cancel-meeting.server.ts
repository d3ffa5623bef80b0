import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { attachmentsOfPlaces } from '#app/features/agenda/calendar-attachments.server.ts'
import { now } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { mailPeople } from '#app/platform/mail/queue-mails.server.ts'
import { Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#db/client.server.ts'
import { changeMails } from './change-mails.ts'
import { enrolmentTexts as texts } from './enrolment-texts.ts'
import { freeToLeaveUntil, listConcerned, lockMeeting } from './lock-meeting.server.ts'
import { mailEdition } from './mail-edition.server.ts'
import { meetingLine } from './meeting-lines-queries.server.ts'
import { tellTrainers } from './tell-trainers.server.ts'

/** Calls one meeting off; the others go on. Leaving because of it is not late until the edition ends. */
export async function cancelMeeting(
  db: Db,
  actor: Actor,
  meeting: { id: number },
  input: { reason: string },
): Promise<{ told: number; editionId: number }> {
  authorize(actor, 'edition.manage')
  return inTransaction(db, async (trx) => {
    const { edition, meeting: off } = await lockMeeting(trx, meeting.id, now())
    const others = await trx
      .selectFrom('meeting')
      .select('id')
      .where('editionId', '=', edition.id)
      .where('status', '=', 'planned')
      .where('id', '<>', off.id)
      .limit(1)
      .executeTakeFirst()
    if (!others) throw new Refusal(texts.lastMeeting)
    await trx
      .updateTable('meeting')
      .set({ status: 'cancelled', cancelledReason: input.reason })
      .where('id', '=', off.id)
      .execute()
    const people = await listConcerned(trx, edition.id)
    await trx
      .updateTable('enrolment')
      .set(freeToLeaveUntil(edition.endsAt))
      .where('editionId', '=', edition.id)
      .where('status', 'in', ['requested', 'confirmed', 'offered'])
      .execute()
    const about = await mailEdition(trx, edition)
    const files = await attachmentsOfPlaces(trx, { editionId: edition.id, meetingId: off.id })
    await mailPeople(
      trx,
      people.map((place) => ({
        personId: place.personId,
        reason: 'meeting.cancelled',
        subjectKey: `meeting:${off.id}`,
        mail: changeMails.meetingCancelled(about, place, meetingLine(off), input.reason),
        attachments: files.get(place.id),
      })),
    )
    const mail = changeMails.meetingCancelledTrainer(about, meetingLine(off), input.reason)
    await tellTrainers(trx, edition.id, 'meeting.cancelled', `meeting:${off.id}`, mail, off.id)
    await note(
      trx,
      actor,
      'meeting.cancel',
      { type: 'meeting', id: off.id },
      {
        reason: input.reason,
        details: { editionId: edition.id, told: people.length },
      },
    )
    return { told: people.length, editionId: edition.id }
  })
}
