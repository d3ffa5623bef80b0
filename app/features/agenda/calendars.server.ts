import type { CatalogueFilter } from '#app/features/catalogue/catalogue-filter.ts'
import { paths } from '#app/paths.ts'
import { fullAddress } from '#app/platform/address.server.ts'
import { type Region, theRegion } from '#app/platform/region.server.ts'
import type { Db } from '#db/client.server.ts'
import { type CalendarMeeting, type CalendarReader, eventFor } from './calendar-event.ts'
import type { FeedOwner } from './calendar-feed-queries.server.ts'
import type { Calendar } from './calendar-file.server.ts'
import {
  listAttendedMeetings,
  listMeetingsOfOffered,
  listMeetingsOfPlaces,
  listOfferedMeetings,
  listRoomMeetings,
  listTaughtMeetings,
} from './calendar-meeting-queries.server.ts'
import { calendarTexts as texts } from './calendar-texts.ts'

/** Where a reader of a calendar goes on: participants to their place, trainers to their edition. */
function pageFor({ editionId, slug }: CalendarMeeting, reader: CalendarReader): string {
  if (reader.as === 'participant') return fullAddress(paths.myEnrolment(reader.enrolmentId))
  return fullAddress(reader.as === 'trainer' ? paths.teachingEdition(editionId) : paths.offering(slug))
}

/** How this region writes meetings into calendars. */
export function eventsIn({ demo }: Pick<Region, 'demo'>) {
  const around = { demo, addressOf: pageFor }
  return (meeting: CalendarMeeting, reader: CalendarReader) => eventFor(meeting, reader, around)
}

const nameIn = ({ demo }: Pick<Region, 'demo'>, name: string) => `${demo ? texts.demo : ''}${name}`

/** What is fetched at a feed's address: all that somebody attends and gives, or all that happens in a room. */
export async function calendarOfFeed(db: Db, owner: FeedOwner): Promise<Calendar> {
  const region = await theRegion(db)
  const event = eventsIn(region)
  if (owner.roomId !== null) {
    const meetings = await listRoomMeetings(db, owner.roomId)
    return {
      name: nameIn(region, texts.room(region.shortName, owner.roomName)),
      events: meetings.map((meeting) => event(meeting, { as: 'room', trainers: meeting.trainers })),
    }
  }
  const [attended, taught] = await Promise.all([
    listAttendedMeetings(db, owner.personId),
    listTaughtMeetings(db, owner.personId),
  ])
  const given = new Set(taught.map(({ uid }) => uid))
  const events = [
    // A meeting stands in a calendar once, as the one who gives it where somebody is both.
    ...attended.filter(({ uid }) => !given.has(uid)).map((one) => event(one, { as: 'participant', ...one })),
    ...taught.map((meeting) => event(meeting, { as: 'trainer' })),
  ].sort((one, other) => one.startsAt.getTime() - other.startsAt.getTime())
  return { name: nameIn(region, texts.personal(region.shortName)), events }
}

/** What can be chosen from, within a filter, for everyone. */
export async function calendarOfCatalogue(db: Db, filter: CatalogueFilter): Promise<Calendar> {
  const region = await theRegion(db)
  const event = eventsIn(region)
  const meetings = await listOfferedMeetings(db, filter)
  return {
    name: nameIn(region, texts.catalogue(region.shortName)),
    events: meetings.map((meeting) => event(meeting, { as: 'visitor' })),
  }
}

/** One dated edition, for everyone; undefined when there is no such thing to go to. */
export async function calendarOfEdition(db: Db, slug: string, code: string): Promise<Calendar | undefined> {
  const region = await theRegion(db)
  const event = eventsIn(region)
  const meetings = await listMeetingsOfOffered(db, slug, code)
  const [first] = meetings
  if (!first) return undefined
  return {
    name: nameIn(region, texts.place(region.shortName, first.title)),
    events: meetings.map((meeting) => event(meeting, { as: 'visitor' })),
  }
}

/** The meetings of somebody's own place; undefined when it is none. */
export async function calendarOfPlace(db: Db, enrolmentId: number): Promise<Calendar | undefined> {
  const region = await theRegion(db)
  const event = eventsIn(region)
  const meetings = await listMeetingsOfPlaces(db, { enrolmentIds: [enrolmentId] })
  const [first] = meetings
  if (!first || first.gone) return undefined
  return {
    name: nameIn(region, texts.place(region.shortName, first.title)),
    events: meetings.map((meeting) => event(meeting, { as: 'participant', ...meeting })),
  }
}
