import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import { Eyebrow } from './eyebrow.tsx'
import styles from './page.module.css'
import { BackLink } from './text-link.tsx'

type Props = {
  title: ReactNode
  /** The small line above the title: a day, a kind, whom it is for. */
  eyebrow?: ReactNode
  intro?: ReactNode
  back?: { href: string; label: string }
  /** The main act of the page, always in the same place: right of the title, below it on a phone. */
  act?: ReactNode
  /** Stands beside the page on a wide screen, below it on a phone. */
  aside?: ReactNode
  /** For one form or one text: as wide as a line reads well. */
  narrow?: boolean
  children: ReactNode
}

export function Page({ title, eyebrow, intro, back, act, aside, narrow, children }: Props) {
  return (
    <div className={classes(styles.page, narrow && styles.narrow)}>
      <header className={styles.header}>
        <div className={styles.heading}>
          {back && <BackLink href={back.href}>{back.label}</BackLink>}
          {eyebrow && <Eyebrow>{eyebrow}</Eyebrow>}
          <h1>{title}</h1>
          {intro && <div className={styles.intro}>{typeof intro === 'string' ? <p>{intro}</p> : intro}</div>}
        </div>
        {act && <div className={styles.act}>{act}</div>}
      </header>
      {aside ? (
        <div className={styles.columns}>
          <div className={styles.main}>{children}</div>
          <aside className={styles.aside}>{aside}</aside>
        </div>
      ) : (
        <div className={styles.main}>{children}</div>
      )}
    </div>
  )
}
