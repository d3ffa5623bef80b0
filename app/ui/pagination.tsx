import styles from './pagination.module.css'
import { Spoken } from './spoken.tsx'

type Props = {
  page: number
  pages: number
  /** The address of a page; keeps the filters that are in the address. */
  href: (page: number) => string
}

export function Pagination({ page, pages, href }: Props) {
  if (pages <= 1) return null
  return (
    <nav className={styles.pagination} aria-label="Bladeren">
      {page > 1 && (
        <a href={href(page - 1)} rel="prev">
          ← Vorige
        </a>
      )}
      <span>
        <Spoken>Bladzijde </Spoken>
        {page} van {pages}
      </span>
      {page < pages && (
        <a href={href(page + 1)} rel="next">
          Volgende →
        </a>
      )}
    </nav>
  )
}
