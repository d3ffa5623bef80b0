import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import styles from './filter-bar.module.css'

type Props = {
  /** What is filtered: 'het aanbod', 'de deelnemers'. */
  label: string
  action?: string
  /** The address without any filter; given when there is one to clear. */
  clearHref?: string
  button?: string
  /** Fields, with plain objects as their `field`: `filterField('profiel', value)`. */
  children: ReactNode
}

/** Filters live in the address. The form sends itself when a choice changes; the button is for who has no script. */
export function FilterBar({ label, action, clearHref, button = 'Toon', children }: Props) {
  return (
    <Form
      method="get"
      action={action}
      role="search"
      aria-label={`Filter ${label}`}
      className={styles.bar}
      data-auto-submit
      reloadDocument
    >
      {children}
      <div className={styles.acts}>
        <Button kind="secondary">{button}</Button>
        {clearHref && <a href={clearHref}>Wis filters</a>}
      </div>
    </Form>
  )
}

/** Filters that few people need, folded away until one of them is used. */
export function MoreFilters({ open, children }: { open: boolean; children: ReactNode }) {
  return (
    <details className={styles.more} open={open}>
      <summary>Meer filters</summary>
      <div className={styles.fields}>{children}</div>
    </details>
  )
}
