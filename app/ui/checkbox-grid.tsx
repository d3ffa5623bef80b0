import styles from './checkbox-grid.module.css'
import { classes } from './classes.ts'
import fieldStyles from './field.module.css'
import { FieldFrame, type FieldProps } from './field.tsx'
import { Spoken } from './spoken.tsx'

type Line = { key: string; label: string }
type Props = FieldProps & {
  rows: readonly Line[]
  columns: readonly Line[]
  cellValue: (row: string, column: string) => string
}

/** Choices that lie along two lines, such as days and parts of a day. The form carries the name once for each. */
export function CheckboxGrid({ rows, columns, cellValue, ...frame }: Props) {
  const { field } = frame
  const chosen = field.defaultOptions ?? (field.defaultValue ? [field.defaultValue] : [])
  return (
    <FieldFrame {...frame} group>
      <div className={styles.scroll}>
        <table className={styles.grid}>
          <thead>
            <tr>
              <td />
              {columns.map(({ key, label }) => (
                <th key={key} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">{row.label}</th>
                {columns.map((column) => {
                  const value = cellValue(row.key, column.key)
                  const id = `${field.id}-${value}`
                  return (
                    <td key={column.key}>
                      <label className={classes(fieldStyles.choice, styles.choice)} htmlFor={id}>
                        <input
                          type="checkbox"
                          id={id}
                          name={field.name}
                          value={value}
                          defaultChecked={chosen.includes(value)}
                        />
                        <Spoken>{`${row.label} ${column.label}`}</Spoken>
                      </label>
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </FieldFrame>
  )
}
