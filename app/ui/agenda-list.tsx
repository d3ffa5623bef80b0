import type { ReactNode } from 'react'
import styles from './agenda-list.module.css'
import { type DayLike, formatDayParts, formatLongDay } from './format.ts'
import { Spoken } from './spoken.tsx'

/** Dated things below each other: the day large at the left, what it is, and its state at the right. */
export function AgendaList({ children }: { children: ReactNode }) {
  return <ul className={styles.list}>{children}</ul>
}

type Props = {
  day: DayLike
  title: ReactNode
  href?: string
  /** The line under the title: hours, place, which meeting. */
  meta?: ReactNode
  /** A `StateBadge`. */
  state?: ReactNode
  /** What can be done with it here. */
  act?: ReactNode
  level?: 3 | 4
}

export function AgendaItem({ day, title, href, meta, state, act, level = 3 }: Props) {
  const Heading = level === 3 ? 'h3' : 'h4'
  const parts = formatDayParts(day)
  return (
    <li className={styles.item}>
      <p className={styles.day}>
        <Spoken>{formatLongDay(day)}</Spoken>
        <span aria-hidden="true" className={styles.number}>
          {parts.day}
        </span>
        <span aria-hidden="true" className={styles.month}>
          {parts.month}, {parts.weekday}
        </span>
      </p>
      <div className={styles.what}>
        <Heading className={styles.title}>{href ? <a href={href}>{title}</a> : title}</Heading>
        {meta && <p className={styles.meta}>{meta}</p>}
      </div>
      {(state || act) && (
        <div className={styles.state}>
          {state}
          {act}
        </div>
      )}
    </li>
  )
}
