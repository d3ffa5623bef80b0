import type { ReactNode } from 'react'
import styles from './act-list.module.css'

/** Things to be done, below each other, each with what does it. */
export function ActList({ children }: { children: ReactNode }) {
  return <ul className={styles.list}>{children}</ul>
}

type Props = {
  title: ReactNode
  href?: string
  /** A `StateBadge`: until when, how long it waits. */
  state?: ReactNode
  /** What one needs to know to decide, a line or two. */
  children?: ReactNode
  /** One or two buttons, in a row. */
  acts: ReactNode
  /** What unfolds below them: a reason to be given. */
  more?: ReactNode
}

export function ActItem({ title, href, state, children, acts, more }: Props) {
  return (
    <li className={styles.item}>
      <div className={styles.what}>
        <h3 className={styles.title}>{href ? <a href={href}>{title}</a> : title}</h3>
        {state}
        {children && <div className={styles.facts}>{children}</div>}
      </div>
      <div className={styles.acts}>{acts}</div>
      {more && <div className={styles.more}>{more}</div>}
    </li>
  )
}

/** Folded away until it is wanted, or until something in it must be mended. */
export function Unfold({
  label,
  open,
  children,
}: {
  label: ReactNode
  open?: boolean | undefined
  children: ReactNode
}) {
  return (
    <details className={styles.unfold} open={open}>
      <summary>{label}</summary>
      <div className={styles.folded}>{children}</div>
    </details>
  )
}
