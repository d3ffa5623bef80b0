import type { ReactNode } from 'react'
import styles from './empty-state.module.css'

/** Says what will be here, and what to do. */
export function EmptyState({
  title,
  children,
  act,
}: {
  title: ReactNode
  children?: ReactNode
  act?: ReactNode
}) {
  return (
    <div className={styles.empty}>
      <p className={styles.title}>{title}</p>
      {typeof children === 'string' ? <p>{children}</p> : children}
      {act}
    </div>
  )
}
