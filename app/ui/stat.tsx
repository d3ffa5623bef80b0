import type { ReactNode } from 'react'
import styles from './stat.module.css'

type Item = { label: string; value: ReactNode; href?: string; note?: ReactNode }

/** A few numbers that matter, beside each other as on a title block. */
export function Stats({ items }: { items: Item[] }) {
  return (
    <dl className={styles.stats}>
      {items.map((item) => (
        <div key={item.label} className={styles.stat}>
          <dt>{item.label}</dt>
          <dd className={styles.value}>{item.href ? <a href={item.href}>{item.value}</a> : item.value}</dd>
          {item.note && <dd className={styles.note}>{item.note}</dd>}
        </div>
      ))}
    </dl>
  )
}
