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
          defaultValue={asTyped(field.defaultValue)}
          className={styles.input}
        />
        {unit}
      </span>
    </FieldFrame>
  )
}

/** A stored 12.5 is shown as 12,5; what someone typed otherwise stays as it was typed. */
function asTyped(value: string | undefined): string | undefined {
  return value && /^-?\d+\.\d{1,2}$/.test(value) ? value.replace('.', ',') : value
}
