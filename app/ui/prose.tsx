import type { ReactNode } from 'react'
import styles from './prose.module.css'

/** A text to read from top to bottom: headings, paragraphs, lists. */
export function Prose({ children }: { children: ReactNode }) {
  return <div className={styles.prose}>{children}</div>
}
