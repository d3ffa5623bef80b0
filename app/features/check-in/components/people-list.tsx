import { type ReactNode, useState } from 'react'
import type { Attendance } from '#app/features/attendance/attendance.ts'
import { describeAttendance } from '#app/features/attendance/attendance-texts.ts'
import type { RosterRow } from '#app/features/attendance/roster-queries.server.ts'
import { Button } from '#app/ui/button.tsx'
import { formatTime } from '#app/ui/format.ts'
import { StateBadge } from '#app/ui/state-badge.tsx'
import type { CheckInNews } from '../check-in-standing.ts'
import styles from './trainer-check-in.module.css'

export type Line = {
  row: RosterRow
  value: Attendance | null
  unsent: boolean
  news: CheckInNews | undefined
  /** A conflict to choose about, or why something could not be saved. */
  trouble?: ReactNode
}

type Props = { lines: Line[]; live: boolean; onHere: (enrolmentId: number) => void }

/** Everybody who is expected: who is in, and one tap for who has no telephone. */
export function PeopleList({ lines, live, onHere }: Props) {
  const [sought, setSought] = useState('')
  const wanted = plain(sought)
  const shown = lines.filter(({ row }) => plain(row.name).includes(wanted))
  return (
    <>
      {live && lines.length > 8 && (
        <label className={styles.search}>
          Zoek op naam
          <input type="search" value={sought} onChange={(event) => setSought(event.target.value)} />
        </label>
      )}
      <ul className={styles.people}>
        {shown.map(({ row, value, unsent, news, trouble }) => (
          <li key={row.id}>
            <div className={styles.person}>
              <strong>{row.name}</strong>
              <small>{[row.school, aboutCheckIn(news)].filter(Boolean).join(' · ')}</small>
            </div>
            {value ? (
              <StateBadge tone={value.state === 'present' ? 'ok' : 'stop'}>
                {describeAttendance({ ...value, note: null })}
                {unsent && ', nog niet verzonden'}
              </StateBadge>
            ) : (
              live && (
                <Button
                  small
                  kind="secondary"
                  type="button"
                  onClick={() => onHere(row.id)}
                  aria-label={`${row.name} is er`}
                >
                  Is er
                </Button>
              )
            )}
            {trouble}
          </li>
        ))}
      </ul>
    </>
  )
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()

function aboutCheckIn(news: CheckInNews | undefined): string | undefined {
  if (!news) return undefined
  const shared = news.sharedWith.length > 0 && `zelfde toestel als ${news.sharedWith.join(' en ')}`
  const own = news.state === 'accepted' && `zelf ingecheckt ${formatTime(new Date(news.codeAt))}`
  return [own, shared].filter(Boolean).join(' · ') || undefined
}
