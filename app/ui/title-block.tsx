import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import styles from './title-block.module.css'

export type Cell = { label: string; value: ReactNode }

/** The strip of small labelled cells under a technical drawing: the facts of an offering, a meeting, a certificate. */
export function TitleBlock({ cells, foot }: { cells: Cell[]; foot?: boolean }) {
  return (
    <dl className={classes(styles.block, foot && styles.foot)}>
      {cells.map((cell) => (
        <div key={cell.label} className={styles.cell}>
          <dt>{cell.label}</dt>
          <dd>{cell.value}</dd>
        </div>
      ))}
    </dl>
  )
}
