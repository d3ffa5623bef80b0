import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { listClashes } from '#app/features/agenda/agenda-queries.server.ts'
import { attachmentsOfPlaces } from '#app/features/agenda/calendar-attachments.server.ts'
import { addMeeting } from '#app/features/catalogue/change-edition.server.ts'
import type { MeetingInput } from '#app/features/catalogue/edition-form.ts'
import { now } from '#app/platform/clock.ts'
import { mailPeople } from '#app/platform/mail/queue-mails.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#db/client.server.ts'
import { changeMails } from './change-mails.ts'
import { misfitTexts } from './enrolment-texts.ts'
import { lockEdition } from './lock-edition.server.ts'
import { freeToLeaveUntil, listConcerned, readMeeting } from './lock-meeting.server.ts'
import { mailEdition } from './mail-edition.server.ts'
import { meetingLine } from './meeting-lines-queries.server.ts'
import { tellTrainers } from './tell-trainers.server.ts'

/**
 * Adds a meeting to an edition. Everyone who has a place, or may get one, is told, with what of their own it falls
 * together with; leaving because of it is not late until it begins. One that is over already is only written down.
 */
export async function addMeetingAndTell(
  db: Db,
  actor: Actor,
  editionId: number,
  input: MeetingInput,
): Promise<{ id: number; told: number }> {
  authorize(actor, 'edition.manage')
  return inTransaction(db, async (trx) => {
    orNotFound(await lockEdition(trx, editionId))
    const id = await addMeeting(trx, actor, editionId, input)
    const edition = orNotFound(await lockEdition(trx, editionId))
    const meeting = orNotFound(await readMeeting(trx, id))
    if (meeting.endsAt <= now()) return { id, told: 0 }
    const people = await listConcerned(trx, editionId)
    await trx
      .updateTable('enrolment')
      .set(freeToLeaveUntil(meeting.startsAt))
      .where('editionId', '=', editionId)
      .where('status', 'in', ['requested', 'confirmed', 'offered'])
      .execute()
    const about = await mailEdition(trx, edition)
    const files = await attachmentsOfPlaces(trx, { editionId, meetingId: id })
    const mails = []
    for (const place of people) {
      const { id: enrolmentId, personId } = place
      const clashes = (await listClashes(trx, personId, editionId)).filter(
        ({ withMeetingId }) => withMeetingId === id,
      )
      mails.push({
        personId,
        reason: 'meeting.added',
        subjectKey: `meeting:${id}`,
        editionId,
        mail: changeMails.meetingAdded(about, place, {
          which: meetingLine(meeting),
          clashes: misfitTexts({ clashes, unmet: [] }),
        }),
        attachments: files.get(enrolmentId),
      })
    }
    await mailPeople(trx, mails)
    const mail = changeMails.meetingAddedTrainer(about, meetingLine(meeting))
    await tellTrainers(trx, editionId, 'meeting.added', `meeting:${id}`, mail, id)
    return { id, told: people.length }
  })
}
