import { now } from '#app/platform/clock.ts'
import { environment } from '#app/platform/environment.server.ts'
import type { MailAttachment } from '#app/platform/mail/queue-mail.server.ts'
import { type Region, theRegion } from '#app/platform/region.server.ts'
import type { Db, Transaction } from '#db/client.server.ts'
import type { CalendarMeeting, CalendarReader } from './calendar-event.ts'
import { calendarFile } from './calendar-file.server.ts'
import { listMeetingsOfPlaces, listTaughtMeetings } from './calendar-meeting-queries.server.ts'
import { calendarTexts as texts } from './calendar-texts.ts'
import { eventsIn } from './calendars.server.ts'

/** Of what a mail tells: a whole edition, or one meeting of it. */
type About = { editionId: number; meetingId?: number }

/**
 * The file that goes along with a mail about a place, by enrolment: its meetings as they are now, called off for who
 * has no place any more. Somebody who only waits gets none. Read it after the change that the mail tells of.
 */
export async function attachmentsOfPlaces(
  db: Db | Transaction,
  places: About | { enrolmentIds: number[] },
): Promise<Map<number, MailAttachment[]>> {
  const region = await theRegion(db)
  const meetings = await listMeetingsOfPlaces(db, places)
  const whole = !('meetingId' in places && places.meetingId !== undefined)
  return new Map(
    [...Map.groupBy(meetings, ({ enrolmentId }) => enrolmentId)].map(([enrolmentId, own]) => [
      enrolmentId,
      fileOf(region, whole ? worthTelling(own) : own, (one) => ({ as: 'participant', ...one })),
    ]),
  )
}

/** The same for one enrolment. */
export async function attachmentsOfPlace(
  db: Db | Transaction,
  enrolment: { id: number },
): Promise<MailAttachment[]> {
  const files = await attachmentsOfPlaces(db, { enrolmentIds: [enrolment.id] })
  return files.get(enrolment.id) ?? []
}

/** The file for who was moved to another edition: out of the calendar what was, into it what is. */
export async function attachmentsOfMove(
  db: Db | Transaction,
  { from, to }: { from: { id: number }; to: { id: number } },
): Promise<MailAttachment[]> {
  const region = await theRegion(db)
  const meetings = await listMeetingsOfPlaces(db, { enrolmentIds: [from.id, to.id] })
  const of = ({ id }: { id: number }) => worthTelling(meetings.filter((one) => one.enrolmentId === id))
  return fileOf(region, [...of(to), ...of(from)], (one) => ({ as: 'participant', ...one }))
}

/** The file that goes along with a mail to a trainer: of what they give themselves. */
export async function attachmentsOfTrainer(
  db: Db | Transaction,
  personId: number,
  about: About,
): Promise<MailAttachment[]> {
  const region = await theRegion(db)
  const meetings = await listTaughtMeetings(db, personId, about)
  const told = about.meetingId === undefined ? worthTelling(meetings) : meetings
  return fileOf(region, told, () => ({ as: 'trainer' }))
}

/** What goes on and is not over yet; what was called off only where nothing else is left. */
function worthTelling<M extends CalendarMeeting & { gone?: boolean }>(meetings: readonly M[]): M[] {
  const coming = meetings.filter(({ endsAt }) => endsAt > now())
  const planned = coming.filter(({ cancelled }) => !cancelled)
  return planned.length > 0 ? planned : coming
}

function fileOf<M extends CalendarMeeting>(
  region: Region,
  meetings: readonly M[],
  readerOf: (meeting: M) => CalendarReader,
): MailAttachment[] {
  const [first] = meetings
  if (!first) return []
  const event = eventsIn(region)
  const content = calendarFile({
    name: `${region.demo ? texts.demo : ''}${texts.place(region.shortName, first.title)}`,
    events: meetings.map((meeting) => event(meeting, readerOf(meeting))),
    organiser: { name: region.name, address: organiserOf(region) },
  })
  return [
    {
      filename: `${first.slug}.ics`,
      contentType: 'text/calendar; charset=utf-8; method=PUBLISH',
      content,
    },
  ]
}

/** Where questions go; a publication has to name somebody. */
function organiserOf({ contactEmail }: Region): string {
  const { mailFrom, baseUrl } = environment()
  const sender = /<([^<>\s]+@[^<>\s]+)>|^\s*([^<>\s]+@[^<>\s]+)\s*$/.exec(mailFrom ?? '')
  return contactEmail ?? sender?.[1] ?? sender?.[2] ?? `noreply@${new URL(baseUrl).hostname}`
}
