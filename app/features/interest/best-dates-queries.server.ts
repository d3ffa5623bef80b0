import { sql } from 'kysely'
import { listFreePeriods } from '#app/features/catalogue/free-periods.server.ts'
import { today } from '#app/platform/clock.ts'
import { addDays } from '#app/platform/dates.ts'
import type { Db } from '#db/client.server.ts'
import { bestDates, type DateProposal } from './best-dates.ts'
import { halfDayNumber, type Part } from './half-day.ts'
import type { Interested } from './interest-queries.server.ts'

/** Five days to choose, and two weeks to arrange who teaches meanwhile. */
const soonestDays = 21
const furthestDays = 150
const mostProposals = 6
/** Longer than this is no half-day any more. */
const halfDayMinutes = 285
const usualHalfDay = 240

export type Proposal = DateProposal & { startsAt: string; endsAt: string }
export type BestDates = {
  proposals: Proposal[]
  /** How many meetings it took last time, or should take by its hours. */
  meetings: number
  trainers: { id: number; name: string }[]
  roomId: number | null
  room: string | null
}

/**
 * The best dates for those interested, by what they said, the holidays of their schools and of the room, the room, and
 * whoever gave it last. How long a meeting lasts is taken from the last time, or from the hours of the offering.
 */
export async function findBestDates(
  db: Db,
  offeringId: number,
  interested: readonly Interested[],
): Promise<BestDates> {
  const shape = await findShape(db, offeringId)
  const [firstDay, lastDay] = [addDays(today(), soonestDays), addDays(today(), furthestDays)]
  const regions = new Set(interested.flatMap(({ holidayRegion }) => holidayRegion ?? []))
  if (shape.holidayRegion) regions.add(shape.holidayRegion)
  const [closed, occupied] = await Promise.all([
    listFreePeriods(db, [...regions], firstDay, lastDay),
    listOccupied(
      db,
      shape,
      interested.map(({ personId }) => personId),
      firstDay,
      lastDay,
    ),
  ])
  const busy = new Map<number, Set<number>>()
  const taken = new Set<number>()
  for (const { personId, halfDay } of occupied) {
    if (personId === null) taken.add(halfDay)
    else busy.set(personId, (busy.get(personId) ?? new Set()).add(halfDay))
  }
  const length = shape.minutes > halfDayMinutes ? 'day' : 'half'
  const proposals = bestDates(
    { wishes: interested, firstDay, lastDay, length, closed, taken, busy },
    mostProposals,
  )
  const { meetings, trainers, roomId, room } = shape
  return {
    proposals: proposals.map((one) => ({ ...one, ...timesOf(one.parts, shape.minutes) })),
    meetings,
    trainers,
    roomId,
    room,
  }
}

const starts: Record<Part, number> = { morning: 9 * 60, afternoon: 13 * 60, evening: 18 * 60 + 30 }
const ends: Record<Part, number> = { morning: 13 * 60, afternoon: 17 * 60 + 45, evening: 22 * 60 + 30 }

/** When a meeting of so many minutes begins and ends on this part of a day; it stays within it. */
function timesOf(parts: readonly Part[], minutes: number): { startsAt: string; endsAt: string } {
  const from = starts[parts[0] as Part]
  const until = Math.min(from + minutes, ends[parts.at(-1) as Part])
  const clock = (at: number) =>
    `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`
  return { startsAt: clock(from), endsAt: clock(until) }
}

type Shape = {
  roomId: number | null
  room: string | null
  holidayRegion: Interested['holidayRegion']
  minutes: number
  meetings: number
  trainers: { id: number; name: string }[]
}

/** How the offering is given: as the last time, otherwise as its hours say. */
async function findShape(db: Db, offeringId: number): Promise<Shape> {
  const { rows } = await sql<
    Omit<Shape, 'minutes' | 'meetings'> & {
      studyMinutes: number
      minutes: number | null
      meetings: number | null
    }
  >`
    select offering.room_id, room_place.room, site.holiday_region, offering.study_minutes,
      last.minutes, last.meetings, coalesce(last.trainers, '[]') as trainers
    from offering
    left join room_place on room_place.room_id = offering.room_id
    left join room on room.id = offering.room_id
    left join site on site.id = room.site_id
    left join lateral (
      select
        (select round(extract(epoch from max(ends_at - starts_at)) / 60)::integer from meeting
          where edition_id = edition.id) as minutes,
        (select count(*) from meeting where edition_id = edition.id) as meetings,
        (select json_agg(json_build_object('id', person.id, 'name', person.name) order by person.sort_name)
          from edition_trainer join person on person.id = edition_trainer.person_id
            and person.deactivated_at is null and person.merged_into_id is null
          where edition_id = edition.id) as trainers
      from edition where edition.offering_id = offering.id and edition.starts_at is not null
      order by edition.starts_at desc limit 1) last on true
    where offering.id = ${offeringId}`.execute(db)
  const row = rows[0]
  const study = row?.studyMinutes ?? usualHalfDay
  const byHours =
    study <= 480
      ? { minutes: study, meetings: 1 }
      : { minutes: usualHalfDay, meetings: Math.min(30, Math.ceil(study / usualHalfDay)) }
  return {
    roomId: row?.roomId ?? null,
    room: row?.room ?? null,
    holidayRegion: row?.holidayRegion ?? null,
    minutes: row?.minutes ?? byHours.minutes,
    meetings: row?.meetings || byHours.meetings,
    trainers: row?.trainers ?? [],
  }
}

/** The half-days on which the room or a trainer is taken (without a person), or somebody interested is elsewhere. */
async function listOccupied(
  db: Db,
  { roomId, trainers }: Shape,
  people: readonly number[],
  firstDay: string,
  lastDay: string,
): Promise<{ personId: number | null; halfDay: number }[]> {
  const first = halfDayNumber(firstDay, 'morning')
  const last = halfDayNumber(lastDay, 'evening')
  const { rows } = await sql<{ personId: number | null; halfDay: number }>`
    with coming as (
      select id, edition_id, room_id, half_day_of(starts_at) as first, half_day_of(ends_at - interval '1 second') as last
      from meeting
      where status = 'planned' and starts_at > ${firstDay}::date - 1 and starts_at < ${lastDay}::date + 2
    ), occupied as (
      select null::bigint as person_id, first, last from coming where room_id = ${roomId}
      union
      select null, first, last from coming join meeting_trainer on meeting_id = coming.id
        where person_id = any(${trainers.map(({ id }) => id)}::bigint[])
      union
      select person_id, first, last from coming join meeting_trainer on meeting_id = coming.id
        where person_id = any(${[...people]}::bigint[])
      union
      select person_id, first, last from coming join enrolment on enrolment.edition_id = coming.edition_id
        where person_id = any(${[...people]}::bigint[]) and status in ('unconfirmed', 'requested', 'confirmed')
    )
    select distinct person_id, half_day from occupied, generate_series(first, last) as half_day
    where half_day between ${first} and ${last}
    limit 100000`.execute(db)
  return rows
}
