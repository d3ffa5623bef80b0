import { dayOf, now, today } from '#app/platform/clock.ts'
import { mailPerson } from '#app/platform/mail/queue-mail.server.ts'
import { type Db, inTransaction, type Transaction } from '#db/client.server.ts'
import { changeMails } from './change-mails.ts'
import { daysAheadOfReminder } from './enrolment.ts'
import { readEdition } from './lock-edition.server.ts'
import { readMeeting } from './lock-meeting.server.ts'
import { mailEdition } from './mail-edition.server.ts'
import { meetingLine } from './meeting-lines-queries.server.ts'

/**
 * Tells everyone with a certain place, some days ahead, of a meeting that comes: when, where, and what to bring. Once
 * for each meeting; who said not to come is not told. Returns how many meetings were told of.
 */
export async function remindParticipants(db: Db): Promise<number> {
  const until = new Date(now().getTime() + daysAheadOfReminder * 86_400_000)
  const meetings = await db
    .selectFrom('meeting')
    .innerJoin('edition', 'edition.id', 'meeting.editionId')
    .select(['meeting.id', 'meeting.editionId', 'meeting.startsAt'])
    .where('meeting.status', '=', 'planned')
    .where('edition.status', 'in', ['open', 'going_ahead'])
    .where('meeting.startsAt', '>', now())
    .where('meeting.startsAt', '<', until)
    .orderBy('meeting.startsAt')
    .limit(500)
    .execute()
  // On the day itself it is too late to pack a bag.
  const coming = meetings.filter(({ startsAt }) => dayOf(startsAt) > today())
  for (const meeting of coming) await inTransaction(db, (trx) => tell(trx, meeting))
  return coming.length
}

async function tell(trx: Transaction, { id, editionId }: { id: number; editionId: number }): Promise<void> {
  const edition = await readEdition(trx, editionId)
  const meeting = await readMeeting(trx, id)
  if (!edition || !meeting) return
  const people = await trx
    .selectFrom('enrolment')
    .leftJoin('absenceNotice', (join) =>
      join.onRef('absenceNotice.enrolmentId', '=', 'enrolment.id').on('absenceNotice.meetingId', '=', id),
    )
    .select(['enrolment.id', 'enrolment.personId'])
    .where('enrolment.editionId', '=', editionId)
    .where('enrolment.status', '=', 'confirmed')
    .where('absenceNotice.meetingId', 'is', null)
    // Told already: the outbox would refuse it a second time, but need not be asked.
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('outbox')
            .select('outbox.id')
            .whereRef('outbox.personId', '=', 'enrolment.personId')
            .where('reason', '=', 'meeting.reminder')
            .where('subjectKey', '=', `meeting:${id}`),
        ),
      ),
    )
    .execute()
  if (people.length === 0) return
  const about = await mailEdition(trx, edition)
  for (const person of people) {
    await mailPerson(trx, person.personId, {
      reason: 'meeting.reminder',
      subjectKey: `meeting:${id}`,
      mail: changeMails.meetingReminder(about, person.id, meetingLine(meeting)),
    })
  }
}
