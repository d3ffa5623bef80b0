import { LinkButton } from './button.tsx'
import styles from './work-list.module.css'

export type WorkItem = { count: number; sentence: string; href: string; act: string }

/** What waits for somebody, a line each: how many, of what, and the way there. */
export function WorkList({ items }: { items: WorkItem[] }) {
  return (
    <ul className={styles.list}>
      {items.map(({ count, sentence, href, act }) => (
        <li key={sentence} className={styles.item}>
          <span className={styles.count}>{count}</span>
          <span className={styles.sentence}>{sentence}</span>
          <LinkButton kind="secondary" small href={href} aria-label={`${act}: ${count} ${sentence}`}>
            {act}
          </LinkButton>
        </li>
      ))}
    </ul>
  )
}
