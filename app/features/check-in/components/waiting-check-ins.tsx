import type { Attendance } from '#app/features/attendance/attendance.ts'
import { describeAttendance } from '#app/features/attendance/attendance-texts.ts'
import type { RosterRow } from '#app/features/attendance/roster-queries.server.ts'
import { Button } from '#app/ui/button.tsx'
import { formatTime } from '#app/ui/format.ts'
import type { CheckInNews } from '../check-in-standing.ts'
import styles from './trainer-check-in.module.css'

type Props = {
  waiting: { row: RosterRow; news: CheckInNews; recorded: Attendance | null }[]
  /** Absent: a form that is sent as it is, without script. */
  onAnswer?: (news: CheckInNews, wasThere: boolean) => void
}

/** Check-ins that came too late after their code, or that a trainer had recorded otherwise: one tap each. */
export function WaitingCheckIns({ waiting, onAnswer }: Props) {
  if (waiting.length === 0) return null
  return (
    <section className={styles.waiting} aria-labelledby="te-bevestigen">
      <h2 id="te-bevestigen">Te bevestigen ({waiting.length})</h2>
      <ul>
        {waiting.map(({ row, news, recorded }) => (
          <li key={row.id}>
            <p>
              <strong>{row.name}</strong>
              <br />
              Code van {formatTime(new Date(news.codeAt))} uur, binnen om{' '}
              {formatTime(new Date(news.receivedAt))} uur.
              {recorded && ` Jij vulde in: ${describeAttendance(recorded)}.`}
            </p>
            <form method="post" className={styles.answer}>
              <input type="hidden" name="enrolmentId" value={row.id} />
              <Button
                small
                name="act"
                value="confirm"
                aria-label={`${row.name} was er`}
                {...(onAnswer && { type: 'button', onClick: () => onAnswer(news, true) })}
              >
                Was er
              </Button>
              <Button
                small
                kind="secondary"
                name="act"
                value="refuse"
                aria-label={`${row.name} was er niet`}
                {...(onAnswer &&
                  recorded === null && { type: 'button', onClick: () => onAnswer(news, false) })}
              >
                Was er niet
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  )
}
