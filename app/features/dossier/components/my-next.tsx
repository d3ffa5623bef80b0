import { paths } from '#app/paths.ts'
import { Drawing } from '#app/ui/drawing.tsx'
import { drawingFor } from '#app/ui/drawing-choice.ts'
import { formatList, formatTimeRange, formatWeekday } from '#app/ui/format.ts'
import { Sheet } from '#app/ui/sheet.tsx'
import type { listMyMeetings } from '../mine-queries.server.ts'
import styles from './my-next.module.css'

type Meeting = Awaited<ReturnType<typeof listMyMeetings>>[number]

/** The meeting that comes first, drawn, with what to bring: only where there is room beside the list it leads. */
export function MyNext({ meeting }: { meeting: Meeting }) {
  const { title, kind, bring, startsAt, endsAt, place, enrolmentId } = meeting
  return (
    <div className={styles.next}>
      <Sheet
        drawing={<Drawing name={drawingFor({ title, kind, profiles: [] })} />}
        eyebrow="Dit komt eerst"
        cells={[
          { label: 'Dag', value: formatWeekday(startsAt) },
          { label: 'Tijd', value: formatTimeRange(startsAt, endsAt) },
          { label: 'Plaats', value: place || 'volgt' },
        ]}
      >
        <h2 className={styles.title}>
          <a href={paths.myEnrolment(enrolmentId)}>{title}</a>
        </h2>
        {bring.length > 0 && <p>Neem mee: {formatList(bring)}.</p>}
      </Sheet>
    </div>
  )
}
