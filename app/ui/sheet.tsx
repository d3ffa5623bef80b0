import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import { Eyebrow } from './eyebrow.tsx'
import styles from './sheet.module.css'
import { type Cell, TitleBlock } from './title-block.tsx'

type Props = {
  /** Over the full width, above the text: a drawing. */
  drawing?: ReactNode
  /** The small line above the title. */
  eyebrow?: ReactNode
  /** Under the sheet: the strip of labelled facts. */
  cells?: Cell[]
  /** Marks the sheet that matters now among its neighbours. */
  tinted?: boolean
  /** Holds more than fits on a page of paper: printed, it goes on at the next. */
  long?: boolean
  children: ReactNode
}

/** A sheet of paper with a thin dark outline, and if need be a title block along its foot. */
export function Sheet({ drawing, eyebrow, cells, tinted, long, children }: Props) {
  return (
    <div className={classes(styles.sheet, tinted && styles.tinted, long && styles.long)}>
      {drawing && <div className={styles.drawing}>{drawing}</div>}
      <div className={styles.body}>
        {eyebrow && <Eyebrow>{eyebrow}</Eyebrow>}
        {children}
      </div>
      {cells && cells.length > 0 && <TitleBlock cells={cells} foot />}
    </div>
  )
}

/** Sheets beside each other, as many as fit. */
export function Sheets({ children }: { children: ReactNode }) {
  return <div className={styles.sheets}>{children}</div>
}
