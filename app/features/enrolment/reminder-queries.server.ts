import { sql } from 'kysely'
import { now, timeZone, today } from '#app/platform/clock.ts'
import type { Db, Transaction } from '#db/client.server.ts'
import { dayReminderUntilMs, type ReminderDays, weekReminderUntilDays } from './reminder.ts'

export type DueReminder = {
  meetingId: number
  enrolmentId: number
  personId: number
  /** The day of the meeting: moved to another day, it is another thing to be reminded of. */
  day: string
  reminder: ReminderDays
  daysAhead: number
}

/**
 * Who is to be reminded of what, in order of meeting and enrolment after `after`. The week's reminder is for who had
 * their place by then; the day's for everybody with a certain place. Nobody who said not to come, was told already or
 * wants no reminders. The people are held until the transaction ends, so that their accounts are not merged meanwhile.
 */
export async function lockDueReminders(
  trx: Transaction,
  after: { meetingId: number; enrolmentId: number },
  limit: number,
): Promise<DueReminder[]> {
  const { rows } = await sql<DueReminder>`
    with coming as (
      select meeting.id, meeting.edition_id, at.day, at.day - ${today()}::date as days_ahead
      from meeting
      join edition on edition.id = meeting.edition_id and edition.status in ('open', 'going_ahead')
      cross join lateral (select (meeting.starts_at at time zone ${timeZone})::date as day) at
      where meeting.status = 'planned'
        and meeting.starts_at > ${new Date(now().getTime() + dayReminderUntilMs)}::timestamptz
        and meeting.starts_at < ${new Date(now().getTime() + 9 * 86_400_000)}::timestamptz
    ), due as (
      select *, case when days_ahead <= 1 then 1
        when days_ahead between ${weekReminderUntilDays}::int and 7 then 7 end as reminder
      from coming
    )
    select due.id as meeting_id, enrolment.id as enrolment_id, person.id as person_id, due.day, due.reminder,
      due.days_ahead
    from due
    join enrolment on enrolment.edition_id = due.edition_id and enrolment.status = 'confirmed'
    join person on person.id = enrolment.person_id
      and person.merged_into_id is null and person.deactivated_at is null
    where due.reminder is not null
      and (due.id, enrolment.id) > (${after.meetingId}::bigint, ${after.enrolmentId}::bigint)
      and (due.reminder = 1 or (enrolment.status_changed_at at time zone ${timeZone})::date <= due.day - 7)
      and not exists (select from absence_notice
        where absence_notice.enrolment_id = enrolment.id and absence_notice.meeting_id = due.id)
      and not exists (select from mail_optout where mail_optout.person_id = person.id and kind = 'reminders')
      -- Looked up one by one: as 'not exists', each person is compared with every reminder while statistics are old.
      and (select outbox.id from outbox where outbox.person_id = person.id and reason = 'meeting.reminder'
        and subject_key = 'meeting:' || due.id || ':' || due.day || ':' || due.reminder limit 1) is null
    order by due.id, enrolment.id
    limit ${limit}
    for key share of person`.execute(trx)
  return rows
}

export type RemindedMeeting = {
  id: number
  editionId: number
  title: string
  bring: string[]
  participantsNote: string
  startsAt: Date
  endsAt: Date
  placeNote: string | null
  room: string | null
  organisation: string | null
  street: string | null
  postcode: string | null
  town: string | null
  directions: string | null
  number: number
  count: number
}

/** What a reminder tells of these meetings. */
export async function listRemindedMeetings(
  db: Db | Transaction,
  ids: readonly number[],
): Promise<RemindedMeeting[]> {
  const { rows } = await sql<RemindedMeeting>`
    select meeting.id, meeting.edition_id, offering.title, offering.bring, edition.participants_note,
      meeting.starts_at, meeting.ends_at, meeting.place_note, room_place.room, room_place.organisation,
      room_place.street, room_place.postcode, room_place.town, room_place.directions,
      (select count(*) from meeting other where other.edition_id = edition.id and other.status = 'planned') as count,
      (select count(*) from meeting other where other.edition_id = edition.id and other.status = 'planned'
        and (other.starts_at, other.id) <= (meeting.starts_at, meeting.id)) as number
    from meeting
    join edition on edition.id = meeting.edition_id
    join offering on offering.id = edition.offering_id
    left join room_place on room_place.room_id = meeting.room_id
    where meeting.id = any(${ids}::bigint[])
    order by meeting.id`.execute(db)
  return rows
}
