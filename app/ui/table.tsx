import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import { Spoken } from './spoken.tsx'
import styles from './table.module.css'

export type Column<Row> = {
  key: string
  label: string
  cell: (row: Row) => ReactNode
  /** Figures stand at the right. */
  align?: 'end'
  /** Short things that read badly in two lines: a day, '11 van 25'. */
  nowrap?: boolean
  /** The column that names the row: it becomes the title of the card on a phone. */
  heading?: boolean
  /** Its label is read aloud and not shown: a column of buttons. */
  unlabelled?: boolean
}

type Props<Row> = {
  /** What the table holds; shown above it unless `captionHidden`. */
  caption: ReactNode
  captionHidden?: boolean
  columns: Column<Row>[]
  rows: Row[]
  rowKey: (row: Row) => string | number
}

/** A real table; where it is narrow a row becomes a card that repeats the labels. */
export function Table<Row>({ caption, captionHidden = true, columns, rows, rowKey }: Props<Row>) {
  return (
    <div className={styles.frame}>
      <table className={styles.table}>
        <caption className={captionHidden ? undefined : styles.caption}>
          {captionHidden ? <Spoken>{caption}</Spoken> : caption}
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={column.align && styles.end}>
                {column.unlabelled ? <Spoken>{column.label}</Spoken> : column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) =>
                column.heading ? (
                  <th key={column.key} scope="row">
                    {column.cell(row)}
                  </th>
                ) : (
                  <td
                    key={column.key}
                    className={classes(column.align && styles.end, column.nowrap && styles.nowrap)}
                    data-label={column.unlabelled ? undefined : column.label}
                  >
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
