import { type ReactNode, useId } from 'react'
import styles from './bar-chart.module.css'
import { formatNumber } from './format.ts'
import { Spoken } from './spoken.tsx'

export type Bar = {
  label: string
  value: number
  /** The value in words, where the bare number says too little: '12 uur', '3 (25%)'. */
  text?: string
  /** Where the rows behind this number stand. */
  href?: string
}

type Props = {
  /** What is drawn; shown above the bars unless `captionHidden`. */
  caption: ReactNode
  captionHidden?: boolean
  /** The names of both columns, read aloud: 'Profiel', 'Uren'. */
  labelName: string
  valueName: string
  bars: Bar[]
  /** The value of a full bar; without it the longest bar is full. */
  max?: number
}

/**
 * Horizontal bars, drawn as on a drawing: hatched, with a thin line at every quarter. It is a table of its own numbers,
 * so that who listens to the page, copies it or has no pictures gets the same.
 */
export function BarChart({ caption, captionHidden, labelName, valueName, bars, max }: Props) {
  const hatch = `hatch${useId().replaceAll(':', '')}`
  const full = max ?? Math.max(0, ...bars.map(({ value }) => value))
  return (
    <div className={styles.frame}>
      <Hatch id={hatch} />
      <table className={styles.chart}>
        <caption className={captionHidden ? undefined : styles.caption}>
          {captionHidden ? <Spoken>{caption}</Spoken> : caption}
        </caption>
        <thead className={styles.names}>
          <tr>
            <th scope="col">{labelName}</th>
            <th scope="col">{valueName}</th>
          </tr>
        </thead>
        <tbody>
          {bars.map((bar) => (
            <tr key={bar.label}>
              <th scope="row">{bar.label}</th>
              <td>
                <Line share={full > 0 ? bar.value / full : 0} hatch={hatch} />
                <Value bar={bar} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Value({ bar }: { bar: Bar }) {
  const words = bar.text ?? formatNumber(bar.value)
  return <span className={styles.value}>{bar.href ? <a href={bar.href}>{words}</a> : words}</span>
}

const quarters = ['25%', '50%', '75%']

/** One bar on its scale. Without a width in pixels: it is as wide as there is room. */
function Line({ share, hatch }: { share: number; hatch: string }) {
  const width = `${(Math.min(Math.max(share, 0), 1) * 100).toFixed(2)}%`
  return (
    <svg className={styles.line} aria-hidden="true" focusable="false">
      {quarters.map((at) => (
        <line key={at} className={styles.quarter} x1={at} x2={at} y1="0" y2="100%" />
      ))}
      {share > 0 && <rect className={styles.bar} width={width} height="100%" fill={`url(#${hatch})`} />}
      <line className={styles.end} x1={width} x2={width} y1="0" y2="100%" />
    </svg>
  )
}

function Hatch({ id }: { id: string }) {
  return (
    <svg className={styles.hatch} width="0" height="0" aria-hidden="true" focusable="false">
      <pattern id={id} width="12" height="12" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect className={styles.dark} width="12" height="12" />
        <rect className={styles.pale} width="6" height="12" />
      </pattern>
    </svg>
  )
}
