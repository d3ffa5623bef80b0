import { type ReactNode, useId } from 'react'
import styles from './matrix.module.css'

export type MatrixColumn = { key: string; label: ReactNode }
export type MatrixLine = { key: string | number; heading: ReactNode; cells: readonly ReactNode[] }

type Props = {
  caption: ReactNode
  /** What stands in the first column: 'Naam'. */
  corner: string
  columns: readonly MatrixColumn[]
  rows: readonly MatrixLine[]
}

/**
 * A table of many columns: it scrolls sideways within itself, by touch and by the arrow keys, and the first column and the
 * headings stay where they are. It stays one table on a phone, because what matters is what stands beside what.
 */
export function Matrix({ caption, corner, columns, rows }: Props) {
  const id = useId()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard (WCAG 2.1.1).
    <section className={styles.frame} tabIndex={0} aria-labelledby={id}>
      <table className={styles.matrix}>
        <caption id={id}>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {columns.map(({ key, label }) => (
              <th key={key} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, heading, cells }) => (
            <tr key={key}>
              <th scope="row">{heading}</th>
              {cells.map((cell, index) => (
                <td key={columns[index]?.key}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
