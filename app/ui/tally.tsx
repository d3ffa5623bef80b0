import styles from './tally.module.css'

/** More than this is not drawn: by then it is enough, and the number stands beside it. */
const most = 6
const step = 14

type Props = {
  count: number
  /** Of those, of how many it is sure; the others are drawn open. */
  sure?: number
}

/**
 * So many, drawn as squares to count at a glance: full ones, open ones for what nobody checked, and a broken one where
 * there is nobody. It goes with its words; by itself it says nothing to who listens.
 */
export function Tally({ count, sure = count }: Props) {
  const shown = Math.min(count, most)
  const width = Math.max(1, shown) * step
  return (
    <svg
      className={styles.tally}
      viewBox={`0 0 ${width} 12`}
      width={width}
      height="12"
      aria-hidden="true"
      focusable="false"
    >
      {count === 0 && <path className={styles.none} d="M1 4V1h3M8 1h3v3M11 8v3H8M4 11H1V8" />}
      {Array.from({ length: shown }, (_, nth) => (
        <rect
          key={String(nth)}
          className={nth < sure ? styles.sure : styles.open}
          x={nth * step + 1}
          y="1"
          width="10"
          height="10"
        />
      ))}
    </svg>
  )
}
