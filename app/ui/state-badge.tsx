import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import styles from './state-badge.module.css'

export type Tone = 'ok' | 'warn' | 'stop' | 'neutral'
export type Sign = 'full' | 'half' | 'dashed' | 'empty'

const signOf: Record<Tone, Sign> = { ok: 'full', warn: 'half', stop: 'dashed', neutral: 'empty' }

/** A state is a sign and a word, so that it can be told without its colour: full, half, dashed or empty square. */
export function StateBadge({
  tone = 'neutral',
  sign,
  children,
}: {
  tone?: Tone
  sign?: Sign
  children: ReactNode
}) {
  return (
    <span className={classes(styles.badge, styles[tone])}>
      <StateSign sign={sign ?? signOf[tone]} />
      {children}
    </span>
  )
}

export function StateSign({ sign }: { sign: Sign }) {
  return (
    <svg
      className={styles.sign}
      viewBox="0 0 14 14"
      width="14"
      height="14"
      aria-hidden="true"
      focusable="false"
    >
      {sign === 'full' && <rect width="14" height="14" fill="currentColor" />}
      {sign === 'half' && <path d="M2 2h10L2 12z" fill="currentColor" />}
      {(sign === 'half' || sign === 'empty') && (
        <rect x="1" y="1" width="12" height="12" fill="none" stroke="currentColor" strokeWidth="2" />
      )}
      {sign === 'dashed' && (
        <path
          d="M1 5V1h4M9 1h4v4M13 9v4H9M5 13H1V9"
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
          strokeLinejoin="miter"
        />
      )}
    </svg>
  )
}
