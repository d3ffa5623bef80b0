import { type ReactNode, useId } from 'react'
import { classes } from './classes.ts'
import styles from './section.module.css'

type Props = {
  title: ReactNode
  /** For links within the page. */
  id?: string
  level?: 2 | 3
  intro?: ReactNode
  /** Right of the title: a link or a small button. */
  act?: ReactNode
  /** Draws a line below the title, as above a list. */
  ruled?: boolean
  children: ReactNode
}

export function Section({ title, id, level = 2, intro, act, ruled, children }: Props) {
  const ownId = useId()
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section id={id} aria-labelledby={ownId} className={styles.section}>
      <div className={classes(styles.header, ruled && styles.ruled)}>
        <Heading id={ownId}>{title}</Heading>
        {act && <div className={styles.act}>{act}</div>}
      </div>
      {intro && (typeof intro === 'string' ? <p>{intro}</p> : intro)}
      {children}
    </section>
  )
}
