import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { listClashes } from '#app/features/agenda/agenda-queries.server.ts'
import { attachmentsOfPlaces } from '#app/features/agenda/calendar-attachments.server.ts'
import { refuseTaken } from '#app/features/catalogue/insert-meetings.server.ts'
import { now } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { type MailToPerson, mailPeople } from '#app/platform/mail/queue-mails.server.ts'
import { Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#db/client.server.ts'
import { changeMails } from './change-mails.ts'
import { misfitTexts, enrolmentTexts as texts } from './enrolment-texts.ts'
import { freeToLeaveUntil, listConcerned, lockMeeting, readMeeting } from './lock-meeting.server.ts'
import { mailEdition } from './mail-edition.server.ts'
import { meetingLine } from './meeting-lines-queries.server.ts'
import { tellTrainers } from './tell-trainers.server.ts'

export type MoveMeeting = {
  startsAt: Date
  endsAt: Date
  breakMinutes: number
  roomId: number | null
  placeNote: string | null
}

/**
 * Moves a meeting to another time or place. Everyone is told the old beside the new, and what of their own it falls
 * together with; leaving because of it is not late until the new start. A room or trainer that is taken refuses it.
 */
export async function moveMeeting(
  db: Db,
  actor: Actor,
  meeting: { id: number },
  input: MoveMeeting,
): Promise<{ told: number; editionId: number }> {
  authorize(actor, 'edition.manage')
  return inTransaction(db, async (trx) => {
    const { edition, meeting: old } = await lockMeeting(trx, meeting.id, now())
    if (input.startsAt <= now()) throw new Refusal(texts.meetingInThePast, 'startsAt')
    await refuseTaken(input, () => trx.updateTable('meeting').set(input).where('id', '=', old.id).execute())
    const moved = (await readMeeting(trx, old.id)) ?? old
    const [before, after] = [meetingLine(old), meetingLine(moved)]
    await note(
      trx,
      actor,
      'meeting.move',
      { type: 'meeting', id: old.id },
      {
        details: { editionId: edition.id, from: old.startsAt, to: input.startsAt, roomId: input.roomId },
      },
    )
    if (before === after) return { told: 0, editionId: edition.id }
    const people = await listConcerned(trx, edition.id)
    await trx
      .updateTable('enrolment')
      .set(freeToLeaveUntil(input.startsAt))
      .where('editionId', '=', edition.id)
      .where('status', 'in', ['requested', 'confirmed', 'offered'])
      .execute()
    const about = await mailEdition(trx, edition)
    // Told again at each move, so the moment is part of what it is about.
    const moment = now().toISOString()
    const files = await attachmentsOfPlaces(trx, { editionId: edition.id, meetingId: old.id })
    const mails: MailToPerson[] = []
    for (const place of people) {
      const clashes = misfitTexts({ clashes: await listClashes(trx, place.personId, edition.id), unmet: [] })
      mails.push({
        personId: place.personId,
        reason: 'meeting.moved',
        subjectKey: `meeting:${old.id}:${moment}`,
        mail: changeMails.meetingMoved(about, place, { before, after, clashes }),
        attachments: files.get(place.id),
      })
    }
    await mailPeople(trx, mails)
    const mail = changeMails.meetingMovedTrainer(about, { before, after })
    await tellTrainers(trx, edition.id, 'meeting.moved', `meeting:${old.id}:${moment}`, mail, old.id)
    return { told: people.length, editionId: edition.id }
  })
}
