import { classes } from './classes.ts'
import styles from './field.module.css'
import { controlProps, FieldFrame, type FieldProps } from './field.tsx'
import { formatTypedDay } from './format.ts'

type Props = Omit<FieldProps, 'hint'> & {
  hint?: FieldProps['hint']
  autoComplete?: string
  /** Proposes the day so many months after what stands in another field of the form; by script, and only then. */
  proposed?: { months: number; after: string }
}

const isoDay = /^\d{4}-\d{2}-\d{2}$/

/** A day as people type it, `3-12-2026`; the schema reads it. A stored day is shown that way too. */
export function DateField({
  field,
  label,
  hint = 'Bijvoorbeeld 3-12-2026',
  required,
  autoComplete = 'off',
  proposed,
}: Props) {
  const value = field.defaultValue
  return (
    <FieldFrame field={field} label={label} hint={hint} required={required}>
      <input
        key={field.key}
        {...controlProps({ field, hint, required })}
        type="text"
        inputMode="text"
        autoComplete={autoComplete}
        data-months={proposed?.months}
        data-after={proposed?.after}
        defaultValue={value && isoDay.test(value) ? formatTypedDay(value) : value}
        className={classes(styles.input, styles.short)}
      />
    </FieldFrame>
  )
}

/** An hour as people type it, `13.00` or `13:00`; the schema reads it. */
export function TimeField({ field, label, hint, required }: FieldProps) {
  return (
    <FieldFrame field={field} label={label} hint={hint} required={required}>
      <input
        key={field.key}
        {...controlProps({ field, hint, required })}
        type="text"
        autoComplete="off"
        defaultValue={field.defaultValue?.replace(/^(\d{1,2}):(\d{2})(:\d{2})?$/, '$1.$2')}
        className={classes(styles.input, styles.short)}
      />
    </FieldFrame>
  )
}
