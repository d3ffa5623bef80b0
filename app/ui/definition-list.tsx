import type { ReactNode } from 'react'
import styles from './definition-list.module.css'

export type Definition = { term: ReactNode; key?: string; value: ReactNode }

/** Facts with their names, below each other. For a few short ones: `TitleBlock`. */
export function DefinitionList({ items }: { items: Definition[] }) {
  return (
    <dl className={styles.list}>
      {items.map((item) => (
        <div key={item.key ?? String(item.term)} className={styles.row}>
          <dt>{item.term}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  )
}
