import { paths } from '#app/paths.ts'
import { classes } from '#app/ui/classes.ts'
import { formatCount } from '#app/ui/format.ts'
import type { ProjectRow } from '../programme-queries.server.ts'
import styles from './project-list.module.css'

type Props = {
  projects: Pick<ProjectRow, 'number' | 'title' | 'openDates'>[]
  /** Lets the one with most to enrol in stand out. */
  marked?: boolean
}

/** Projects by number, as lines of one sheet. */
export function ProjectList({ projects, marked }: Props) {
  const most = Math.max(1, ...projects.map((project) => project.openDates))
  return (
    <ul className={styles.list}>
      {projects.map(({ number, title, openDates }) => (
        <li key={number} className={classes(styles.item, marked && openDates === most && styles.most)}>
          <span className={styles.number} aria-hidden="true">
            {number}
          </span>
          <div>
            <a href={paths.project(number)}>{title}</a>
            {openDates > 0 && <p>{formatCount(openDates, 'datum', 'data')} open</p>}
          </div>
        </li>
      ))}
    </ul>
  )
}
