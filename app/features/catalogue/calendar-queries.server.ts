import { sql } from 'kysely'
import { dayOf, now } from '#app/platform/clock.ts'
import { addDays, addMonths, instantAt, weekdayOf } from '#app/platform/dates.ts'
import { searchWords } from '#app/platform/search-words.server.ts'
import type { Db } from '#db/client.server.ts'
import type { CatalogueFilter } from './catalogue-filter.ts'
import { hasPlaceLeft, isIn, offeringMatches } from './catalogue-queries.server.ts'
import { matchedOfferings } from './catalogue-search.server.ts'
import type { OfferingKind, PlaceFacts } from './offering.ts'

export type CalendarMeeting = PlaceFacts & {
  id: number
  /** Of the meeting itself; `startsAt` and `endsAt` are those of its edition. */
  from: Date
  until: Date
  number: number
  meetings: number
  slug: string
  title: string
  kind: OfferingKind
}

export type CalendarDay = { day: string; inMonth: boolean; meetings: CalendarMeeting[]; more: number }

const shownADay = 6

/**
 * A month as whole weeks from Monday, each day with its first meetings by time, and how many more there are.
 * `month` is its first day. Dates in the filter play no part: the month is the period.
 */
export async function listMonth(db: Db, month: string, filter: CatalogueFilter): Promise<CalendarDay[]> {
  const first = addDays(month, 1 - weekdayOf(month))
  const nextMonth = addMonths(month, 1)
  const lastDay = addDays(nextMonth, -1)
  const last = addDays(lastDay, 7 - weekdayOf(lastDay))
  const meetings = await listMeetings(db, month, nextMonth, filter)
  const byDay = Map.groupBy(meetings, (meeting) => meeting.day)
  const days: CalendarDay[] = []
  for (let day = first; day <= last; day = addDays(day, 1)) {
    const ofDay = byDay.get(day) ?? []
    days.push({
      day,
      inMonth: day >= month && day < nextMonth,
      meetings: ofDay,
      more: (ofDay[0]?.onDay ?? 0) - ofDay.length,
    })
  }
  return days
}

async function listMeetings(db: Db, from: string, until: string, filter: CatalogueFilter) {
  const words = searchWords(filter.search)
  const { rows } = await sql<CalendarMeeting & { onDay: number }>`
    with ${words.length > 0 ? sql`${matchedOfferings(words, false)},` : sql``}
    planned as (
      select meeting.id, meeting.starts_at as "from", meeting.ends_at as until, edition.status, edition.capacity,
        edition.minimum, edition.places_held, edition.waiting, edition.enrol_until, edition.starts_at,
        edition.ends_at, edition.id as edition_id, offering.slug, offering.title, offering.kind,
        row_number() over by_day as position, (count(*) over (partition by meeting.starts_at::date))::int as on_day
      from meeting
      join edition on edition.id = meeting.edition_id
      join offering on offering.id = edition.offering_id
      ${words.length > 0 ? sql`join matched on matched.offering_id = offering.id` : sql``}
      where meeting.status = 'planned' and edition.status in ('open', 'going_ahead', 'closed')
        and meeting.starts_at >= ${instantAt(from, '00:00')} and meeting.starts_at < ${instantAt(until, '00:00')}
        and ${offeringMatches(filter)}
        ${filter.free ? sql`and edition.status <> 'closed' and edition.starts_at > ${now()} and ${hasPlaceLeft()}` : sql``}
        ${filter.place ? sql`and ${isIn(filter.place)}` : sql``}
      window by_day as (partition by meeting.starts_at::date order by meeting.starts_at, meeting.id)
    )
    select planned.*,
      (select count(*)::int from meeting where edition_id = planned.edition_id and status = 'planned') as meetings,
      (select count(*)::int from meeting where edition_id = planned.edition_id and status = 'planned'
        and meeting.starts_at <= planned."from") as number
    from planned where position <= ${shownADay}
    order by "from", id
  `.execute(db)
  return rows.map((row) => ({ ...row, day: dayOf(row.from) }))
}
