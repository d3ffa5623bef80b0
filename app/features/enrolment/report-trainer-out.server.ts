import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { now } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { mailPeople } from '#app/platform/mail/queue-mails.server.ts'
import { type Db, inTransaction } from '#db/client.server.ts'
import { lockMeeting } from './lock-meeting.server.ts'
import { mailEdition } from './mail-edition.server.ts'
import { meetingLine } from './meeting-lines-queries.server.ts'
import { listCoordinators, takeOff } from './replace-trainer.server.ts'
import { trainerMails } from './trainer-mails.ts'

/**
 * A trainer cannot come: they are off the meeting, and every coordinator is mailed at once, with the way to choose
 * somebody else or to call it off. The participants hear nothing yet. Returns how many trainers are left.
 */
export function reportTrainerOut(
  db: Db,
  actor: Actor,
  meeting: { id: number },
  { personId }: { personId: number },
): Promise<{ left: number; editionId: number }> {
  return inTransaction(db, async (trx) => {
    const { edition, meeting: current } = await lockMeeting(trx, meeting.id, now())
    authorize(actor, 'trainer.report-out', { personId, editionId: edition.id, meetingId: current.id })
    const out = await takeOff(trx, current.id, personId)
    const others = await trx
      .selectFrom('meetingTrainer')
      .innerJoin('person', 'person.id', 'meetingTrainer.personId')
      .select('person.name')
      .where('meetingId', '=', current.id)
      .execute()
    const about = await mailEdition(trx, edition)
    const which = meetingLine(current)
    const comes = others.map(({ name }) => name).join(' en ')
    const mail =
      others.length > 0
        ? trainerMails.replaced(about, { which, out, comes })
        : trainerMails.reported(about, which, out, current.id, edition.placesHeld)
    const subjectKey = `meeting:${current.id}:${now().toISOString()}`
    await mailPeople(
      trx,
      (await listCoordinators(trx)).map((to) => ({
        personId: to.personId,
        reason: 'meeting.trainer-out',
        subjectKey,
        mail,
      })),
    )
    const details = { editionId: edition.id, personId, left: others.length }
    await note(trx, actor, 'meeting.trainer-out', { type: 'meeting', id: current.id }, { details })
    return { left: others.length, editionId: edition.id }
  })
}
