import { type ReactNode, useId } from 'react'
import { Spoken } from './spoken.tsx'
import styles from './timeline.module.css'

/** A stretch of days, `YYYY-MM-DD`, the last one included; null: without an end. */
export type Stretch = { from: string; until: string | null }

export type TimelineRow = {
  key: string | number
  label: ReactNode
  stretches: readonly Stretch[]
  /** What is drawn, in words. */
  words: ReactNode
}

type Props = {
  caption: ReactNode
  labelName: string
  wordsName: string
  rows: readonly TimelineRow[]
  /** The first and the last day that are drawn. */
  from: string
  until: string
  today: string
}

/**
 * Stretches of time below each other, as on a planning board: a thin line at every new year, one signal line for today.
 * It is a table of its own words, so that who listens to the page or has no pictures gets the same. Prints as it looks.
 */
export function Timeline({ caption, labelName, wordsName, rows, from, until, today }: Props) {
  const hatch = `hatch${useId().replaceAll(':', '')}`
  const at = scale(from, until)
  const years = newYears(from, until)
  return (
    <div className={styles.frame}>
      <Hatch id={hatch} />
      <table className={styles.chart}>
        <caption className={styles.caption}>
          <Spoken>{caption}</Spoken>
        </caption>
        <thead>
          <tr>
            <th scope="col">
              <Spoken>{labelName}</Spoken>
            </th>
            <th scope="col">
              <Spoken>{wordsName}</Spoken>
              <Years years={years} at={at} />
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.label}</th>
              <td>
                <svg className={styles.line} aria-hidden="true" focusable="false">
                  {years.map((year) => (
                    <Upright key={year} className={styles.year} x={at(`${year}-01-01`)} />
                  ))}
                  {row.stretches.map((stretch) => (
                    <Bar key={stretch.from} stretch={stretch} at={at} end={until} hatch={hatch} />
                  ))}
                  <Upright className={styles.today} x={at(today)} />
                </svg>
                <span className={styles.words}>{row.words}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type Scale = (day: string) => number

/** Where a day stands, in percents; what lies outside stands at the edge. */
function scale(from: string, until: string): Scale {
  const [first, last] = [Date.parse(from), Date.parse(until)]
  return (day) => Math.min(100, Math.max(0, ((Date.parse(day) - first) / (last - first)) * 100))
}

function newYears(from: string, until: string): number[] {
  const [first, last] = [Number(from.slice(0, 4)) + 1, Number(until.slice(0, 4))]
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
}

const percent = (value: number) => `${value.toFixed(2)}%`

function Upright({ className, x }: { className: string | undefined; x: number }) {
  return <line className={className} x1={percent(x)} x2={percent(x)} y1="0" y2="100%" />
}

function Bar({ stretch, at, end, hatch }: { stretch: Stretch; at: Scale; end: string; hatch: string }) {
  const [x, until] = [at(stretch.from), at(stretch.until ?? end)]
  if (until <= x) return null
  return (
    <rect
      className={styles.bar}
      x={percent(x)}
      width={percent(until - x)}
      y="20%"
      height="60%"
      fill={`url(#${hatch})`}
    />
  )
}

/** As many as fit: with many years every second or fifth has its number. */
function Years({ years, at }: { years: readonly number[]; at: Scale }) {
  const step = years.length > 14 ? 5 : years.length > 7 ? 2 : 1
  return (
    <svg className={styles.years} aria-hidden="true" focusable="false">
      {years
        .filter((year) => year % step === 0)
        .map((year) => (
          <text key={year} x={percent(at(`${year}-01-01`))} y="80%" textAnchor="middle">
            {year}
          </text>
        ))}
    </svg>
  )
}

function Hatch({ id }: { id: string }) {
  return (
    <svg className={styles.hatch} width="0" height="0" aria-hidden="true" focusable="false">
      <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" className={styles.ground} />
        <line x1="0" y1="0" x2="0" y2="6" className={styles.stroke} />
      </pattern>
    </svg>
  )
}
