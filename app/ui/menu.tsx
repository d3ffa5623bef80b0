import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import styles from './menu.module.css'

type Props = {
  label: ReactNode
  /** The panel hangs from the right edge instead of the left. */
  end?: boolean
  /** Without an outline, as in the header. */
  plain?: boolean
  /** Links and forms with one button. */
  children: ReactNode
}

/** A list of acts behind one button. It is a `<details>`: it opens without any script. */
export function Menu({ label, end, plain, children }: Props) {
  return (
    <details className={classes(styles.menu, plain && styles.plain)} data-menu>
      <summary className={styles.summary}>
        {label}
        <svg className={styles.chevron} viewBox="0 0 10 6" width="10" height="6" aria-hidden="true">
          <path d="M0 0h10L5 6z" fill="currentColor" />
        </svg>
      </summary>
      <div className={classes(styles.panel, end && styles.end)}>{children}</div>
    </details>
  )
}
