import { calendarTexts as texts } from './calendar-texts.ts'

/** A meeting as somebody's calendar is told of it. Plain values: how a file spells them is `calendar-file.server.ts`. */
export type CalendarEvent = {
  uid: string
  /** Rises with every change of time, place or state; a calendar believes the highest. */
  sequence: number
  changedAt: Date
  startsAt: Date
  endsAt: Date
  state: 'confirmed' | 'tentative' | 'cancelled'
  /** Whether it takes the reader's own time; what is on offer doesn't. */
  busy: boolean
  title: string
  place: string
  lines: readonly string[]
  /** Its page in the portal, a full address. */
  page: string
}

/** A meeting as it is in the database, with what matters of its edition and its offering. */
export type CalendarMeeting = {
  uid: string
  sequence: number
  changedAt: Date
  startsAt: Date
  endsAt: Date
  cancelled: boolean
  cancelledReason: string | null
  editionId: number
  /** The edition is planned, or waits for the decision whether it goes ahead. */
  undecided: boolean
  slug: string
  title: string
  summary: string
  bring: readonly string[]
  participantsNote: string
  placeNote: string | null
  room: string | null
  site: string | null
  organisation: string | null
  street: string | null
  postcode: string | null
  town: string | null
  directions: string | null
}

/** For whom an event is written. */
export type CalendarReader =
  | { as: 'participant'; enrolmentId: number; pending: boolean; gone: boolean }
  | { as: 'trainer' }
  | { as: 'room'; trainers: readonly string[] }
  | { as: 'visitor' }

type Around = {
  /** A demo region says so wherever it is read. */
  demo: boolean
  addressOf: (meeting: CalendarMeeting, reader: CalendarReader) => string
}

/** A meeting as one reader's calendar should show it. */
export function eventFor(meeting: CalendarMeeting, reader: CalendarReader, around: Around): CalendarEvent {
  const gone = reader.as === 'participant' && reader.gone
  const off = meeting.cancelled || gone
  const pending = reader.as === 'participant' && reader.pending
  const page = around.addressOf(meeting, reader)
  const { uid, sequence, changedAt, startsAt, endsAt } = meeting
  return {
    uid,
    sequence,
    changedAt,
    startsAt,
    endsAt,
    state: off ? 'cancelled' : pending || meeting.undecided ? 'tentative' : 'confirmed',
    busy: !off && reader.as !== 'visitor',
    title: `${around.demo ? texts.demo : ''}${off ? texts.off : ''}${meeting.title}`,
    place: placeLine(meeting),
    lines: [...linesFor(meeting, reader, { pending, gone }), texts.more(page)],
    page,
  }
}

function linesFor(
  meeting: CalendarMeeting,
  reader: CalendarReader,
  { pending, gone }: { pending: boolean; gone: boolean },
): string[] {
  if (gone && !meeting.cancelled) return [texts.gone]
  if (meeting.cancelled) {
    return [texts.cancelled, ...(meeting.cancelledReason ? [texts.because(meeting.cancelledReason)] : [])]
  }
  const { bring, participantsNote, directions, undecided, summary } = meeting
  const reading = reader.as === 'participant' || reader.as === 'trainer'
  const lines = [
    pending && texts.pending,
    undecided && !pending && texts.undecided,
    reader.as === 'trainer' && texts.youTrain,
    reader.as === 'room' && reader.trainers.length > 0 && texts.trainers(reader.trainers),
    reader.as === 'visitor' && summary,
    reading && bring.length > 0 && texts.bring(bring),
    reading && participantsNote,
    reader.as !== 'room' && directions && texts.directions(directions),
  ]
  return lines.filter((line) => typeof line === 'string').filter((line) => line !== '')
}

/** Room, site, street and town in one line, each name once, and what was noted beside it. */
export function placeLine(meeting: CalendarMeeting): string {
  const { room, organisation, site, street, postcode, town, placeNote } = meeting
  if (room === null) return placeNote ?? ''
  const named = [
    room,
    organisation,
    site === town ? null : site,
    street,
    [postcode, town].filter(Boolean).join(' '),
  ]
  const where = [...new Set(named.filter(Boolean))].join(', ')
  return placeNote ? `${where} (${placeNote})` : where
}
