import type { ReactNode } from 'react'
import styles from './spoken.module.css'

/** Words for who listens to the page; who sees it can tell already. */
export function Spoken({ children }: { children: ReactNode }) {
  return <span className={styles.spoken}>{children}</span>
}
