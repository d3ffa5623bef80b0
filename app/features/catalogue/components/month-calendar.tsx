import { paths } from '#app/paths.ts'
import { classes } from '#app/ui/classes.ts'
import { formatDay, formatMonth, formatTime, formatWeekday } from '#app/ui/format.ts'
import { Spoken } from '#app/ui/spoken.tsx'
import type { CalendarDay, CalendarMeeting } from '../calendar-queries.server.ts'
import { type CatalogueFilter, filterQuery } from '../catalogue-filter.ts'
import { catalogueTexts, kindWords } from '../catalogue-texts.ts'
import { placesOf } from '../offering.ts'
import styles from './month-calendar.module.css'
import { PlacesBadge } from './places-badge.tsx'

const weekdays = ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag']

type Props = { days: CalendarDay[]; today: string; at: Date; filter: CatalogueFilter }

/** A month of meetings: a calendar where there is room, a list of the days that have any on a phone. */
export function MonthCalendar({ days, today, at, filter }: Props) {
  return (
    <div className={styles.month}>
      <div className={styles.weekdays} aria-hidden="true">
        {weekdays.map((weekday) => (
          <span key={weekday}>{weekday}</span>
        ))}
      </div>
      <ol className={styles.days}>
        {days.map((day) => (
          <li
            key={day.day}
            className={classes(
              styles.day,
              day.meetings.length === 0 && styles.empty,
              !day.inMonth && styles.outside,
              day.day === today && styles.today,
            )}
          >
            <h2 className={styles.date}>
              <span className={styles.long}>{formatWeekday(day.day)}</span>
              <span className={styles.short} aria-hidden="true">
                {Number(day.day.slice(8))}
              </span>
              {day.day === today && <Spoken>, vandaag</Spoken>}
            </h2>
            {day.meetings.length > 0 && (
              <ul className={styles.meetings}>
                {day.meetings.map((meeting) => (
                  <Meeting key={meeting.id} meeting={meeting} at={at} />
                ))}
              </ul>
            )}
            {day.more > 0 && (
              <a
                href={paths.catalogue() + filterQuery({ ...filter, page: 1, from: day.day, until: day.day })}
              >
                {catalogueTexts.moreOnDay(day.more)}
                <Spoken> op {formatDay(day.day)}</Spoken>
              </a>
            )}
          </li>
        ))}
      </ol>
    </div>
  )
}

function Meeting({ meeting, at }: { meeting: CalendarMeeting; at: Date }) {
  return (
    <li className={styles.meeting}>
      <span className={styles.time}>{formatTime(meeting.from)}</span>
      <a href={paths.offering(meeting.slug)}>{meeting.title}</a>
      <span className={styles.facts}>
        {meeting.meetings > 1
          ? `bijeenkomst ${meeting.number} van ${meeting.meetings}`
          : kindWords[meeting.kind]}
      </span>
      {meeting.number === 1 && <PlacesBadge places={placesOf(meeting, at)} />}
    </li>
  )
}

type ChoiceProps = {
  previous: string | null
  next: string | null
  hrefOf: (day: string) => string
}

/** A month back, a month on. */
export function MonthChoice({ previous, next, hrefOf }: ChoiceProps) {
  return (
    <nav aria-label="Maand" className={styles.choice}>
      {previous && (
        <a href={hrefOf(previous)} rel="prev">
          <span aria-hidden="true">← </span>
          {formatMonth(previous)}
        </a>
      )}
      {next && (
        <a href={hrefOf(next)} rel="next">
          {formatMonth(next)}
          <span aria-hidden="true"> →</span>
        </a>
      )}
    </nav>
  )
}
