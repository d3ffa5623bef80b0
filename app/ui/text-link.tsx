import type { ReactNode } from 'react'
import styles from './text-link.module.css'

type Props = {
  href: string
  children: ReactNode
  /** Draws an arrow behind the words: 'this is where to go on'. */
  onward?: boolean
  rel?: string
  download?: boolean | string
  'aria-label'?: string
}

export function TextLink({ children, onward, ...rest }: Props) {
  return (
    <a {...rest}>
      {children}
      {onward && (
        <span aria-hidden="true" className={styles.arrow}>
          {' '}
          →
        </span>
      )}
    </a>
  )
}

/** The way back, above the title of a page that lies deeper. */
export function BackLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <p className={styles.back}>
      <a href={href}>
        <span aria-hidden="true">← </span>
        {children}
      </a>
    </p>
  )
}
