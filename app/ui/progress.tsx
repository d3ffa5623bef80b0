import { type ReactNode, useId } from 'react'
import styles from './progress.module.css'

type Props = {
  label: ReactNode
  value: number
  max: number
  /** The line under the bar, which says the same in words: '39 van 83 uur'. */
  children?: ReactNode
}

export function Progress({ label, value, max, children }: Props) {
  const id = useId()
  return (
    <div className={styles.progress}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <progress id={id} className={styles.bar} value={Math.min(value, max)} max={max || 1} />
      {children && <p className={styles.words}>{children}</p>}
    </div>
  )
}
