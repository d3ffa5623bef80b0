import styles from './field.module.css'
import { controlProps, FieldFrame, type FieldProps } from './field.tsx'

/** Takes a comma as well as a dot; the schema reads it. `unit` stands behind it: 'minuten', 'euro'. */
export function NumberField({ field, label, hint, required, unit }: FieldProps & { unit?: string }) {
  return (
    <FieldFrame field={field} label={label} hint={hint} required={required}>
      <span className={styles.withUnit}>
        <input
          key={field.key}
          {...controlProps({ field, hint, required })}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          defaultValue={field.defaultValue?.replace('.', ',')}
          className={styles.input}
        />
        {unit}
      </span>
    </FieldFrame>
  )
}
