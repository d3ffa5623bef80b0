import { paths } from '#app/paths.ts'
import { type CatalogueFilter, filterQuery } from '../catalogue-filter.ts'
import styles from './view-choice.module.css'

/** The same offer as a list or as a month; what is filtered stays so. */
export function ViewChoice({ current, filter }: { current: 'list' | 'month'; filter: CatalogueFilter }) {
  const month = { ...filter, from: null, until: null, page: 1 }
  const views = [
    { name: 'list', label: 'Lijst', href: paths.catalogue() + filterQuery({ ...filter, page: 1 }) },
    {
      name: 'month',
      label: 'Maand',
      href: paths.catalogueMonth() + filterQuery(month, { maand: filter.from?.slice(0, 7) ?? '' }),
    },
  ]
  return (
    <nav aria-label="Weergave" className={styles.views}>
      {views.map((view) => (
        <a key={view.name} href={view.href} aria-current={view.name === current ? 'page' : undefined}>
          {view.label}
        </a>
      ))}
    </nav>
  )
}
