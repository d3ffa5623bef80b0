import { type Aspect, aspects } from '../coverage.ts'
import styles from './coverage-mark.module.css'

/**
 * How a module is covered, as three squares in a fixed order: qualified, trained, certified. Full where somebody is, broken
 * where nobody is, a line where nobody has to. It goes with its words.
 */
export function CoverageMark({ gaps, certifies }: { gaps: readonly Aspect[]; certifies: boolean }) {
  return (
    <svg
      className={styles.mark}
      viewBox="0 0 46 14"
      width="46"
      height="14"
      aria-hidden="true"
      focusable="false"
    >
      {aspects.map((aspect, nth) => {
        const x = nth * 16 + 1
        if (gaps.includes(aspect)) {
          return (
            <path
              key={aspect}
              className={styles.none}
              d={`M${x} 5V1h4M${x + 8} 1h4v4M${x + 12} 9v4h-4M${x + 4} 13h-4V9`}
            />
          )
        }
        if (aspect === 'certified' && !certifies)
          return <path key={aspect} className={styles.idle} d={`M${x + 2} 7h8`} />
        return <rect key={aspect} className={styles.some} x={x} y="1" width="12" height="12" />
      })}
    </svg>
  )
}
