import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import styles from './notice.module.css'
import { Spoken } from './spoken.tsx'

export type NoticeKind = 'ok' | 'info' | 'warn' | 'stop'

type Props = {
  kind?: NoticeKind
  /** One sentence that says it all. */
  title?: ReactNode
  children?: ReactNode
  /** What one can do about it: a button or a link button. */
  act?: ReactNode
  /** `status` or `alert` when it appears because of something the person just did. */
  role?: 'status' | 'alert'
}

const words: Record<NoticeKind, string> = {
  ok: 'Gelukt',
  info: 'Ter info',
  warn: 'Let op',
  stop: 'Dit gaat niet',
}

export function Notice({ kind = 'info', title, children, act, role }: Props) {
  return (
    <div role={role} className={classes(styles.notice, styles[kind])}>
      <div className={styles.text}>
        <Spoken>{words[kind]}: </Spoken>
        {title && <strong className={styles.title}>{title}</strong>}
        {typeof children === 'string' ? <p>{children}</p> : children}
      </div>
      {act && <div className={styles.act}>{act}</div>}
    </div>
  )
}
