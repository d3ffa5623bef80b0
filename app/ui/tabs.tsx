import type { ReactNode } from 'react'
import styles from './tabs.module.css'

export type Tab = { href: string; label: ReactNode; current?: boolean; count?: number }

/** Views of one thing, each with its own address. */
export function Tabs({ label, tabs }: { label: string; tabs: Tab[] }) {
  return (
    <nav aria-label={label} className={styles.tabs}>
      <ul>
        {tabs.map((tab) => (
          <li key={tab.href}>
            <a href={tab.href} aria-current={tab.current ? 'page' : undefined}>
              {tab.label}
              {tab.count !== undefined && <span className={styles.count}> {tab.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
