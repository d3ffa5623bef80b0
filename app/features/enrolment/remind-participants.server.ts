import { mailPeople } from '#app/platform/mail/queue-mails.server.ts'
import { type Db, inTransaction, type Transaction } from '#db/client.server.ts'
import { checkInLink } from './check-in-link.server.ts'
import { reminderMail } from './reminder-mail.ts'
import { type DueReminder, listRemindedMeetings, lockDueReminders } from './reminder-queries.server.ts'

const atOnce = 1_000

/**
 * Reminds everyone with a certain place of what comes, a week and a day before each meeting; each once. It runs through
 * the day: what was missed, or broken off, is caught up by the next run. Each thousand stand or fall together, and the
 * outbox itself refuses a second one for the same person. Returns how many were told.
 */
export async function remindParticipants(db: Db): Promise<number> {
  let told = 0
  let after = { meetingId: 0, enrolmentId: 0 }
  for (;;) {
    const batch = await inTransaction(db, async (trx) => {
      const due = await lockDueReminders(trx, after, atOnce)
      return { last: due.at(-1), told: due.length === 0 ? 0 : await tell(trx, due) }
    })
    told += batch.told
    if (!batch.last) return told
    after = batch.last
  }
}

async function tell(trx: Transaction, due: DueReminder[]): Promise<number> {
  const ids = [...new Set(due.map(({ meetingId }) => meetingId))]
  const meetings = new Map((await listRemindedMeetings(trx, ids)).map((meeting) => [meeting.id, meeting]))
  const mails = due.flatMap(({ meetingId, enrolmentId, personId, day, reminder, daysAhead }) => {
    const meeting = meetings.get(meetingId)
    if (!meeting) return []
    return {
      personId,
      reason: 'meeting.reminder',
      subjectKey: `meeting:${meetingId}:${day}:${reminder}`,
      editionId: meeting.editionId,
      kind: 'reminders' as const,
      mail: reminderMail(meeting, {
        enrolmentId,
        daysAhead,
        checkInPath: reminder === 1 ? checkInLink(enrolmentId) : undefined,
      }),
    }
  })
  return (await mailPeople(trx, mails)).length
}
