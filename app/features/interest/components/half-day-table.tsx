import { Spoken } from '#app/ui/spoken.tsx'
import { type HalfDay, parts, partWords, weekdays, weekdayWords } from '../half-day.ts'
import styles from './half-day-table.module.css'

type Props = { counts: Record<HalfDay, number>; total: number }

/** How many can on each half-day: a number and a bar; the best ones carry a sign as well. */
export function HalfDayTable({ counts, total }: Props) {
  const best = Math.max(0, ...Object.values(counts))
  return (
    <table className={styles.table}>
      <caption>
        <Spoken>Hoeveel van de {total} mensen kunnen, per dagdeel</Spoken>
      </caption>
      <thead>
        <tr>
          <td />
          {parts.map((part) => (
            <th key={part} scope="col">
              {partWords[part]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weekdays.map((day) => (
          <tr key={day}>
            <th scope="row">{weekdayWords[day]}</th>
            {parts.map((part) => {
              const count = counts[`${day}_${part}`]
              const isBest = count > 0 && count === best
              return (
                <td key={part} className={isBest ? styles.best : undefined}>
                  {count}
                  {isBest && <Spoken> (het meest)</Spoken>}
                  <Bar part={count} whole={total} />
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Bar({ part, whole }: { part: number; whole: number }) {
  const width = whole === 0 ? 0 : Math.round((part / whole) * 100)
  return (
    <svg
      className={styles.bar}
      viewBox="0 0 100 8"
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <rect width="100" height="8" className={styles.whole} />
      <rect width={width} height="8" className={styles.part} />
    </svg>
  )
}
