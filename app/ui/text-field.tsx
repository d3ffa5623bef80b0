import { classes } from './classes.ts'
import styles from './field.module.css'
import { controlProps, FieldFrame, type FieldProps } from './field.tsx'

type Props = FieldProps & {
  type?: 'text' | 'email' | 'password' | 'tel' | 'url' | 'search'
  autoComplete?: string
  inputMode?: 'text' | 'email' | 'tel' | 'url' | 'numeric' | 'decimal' | 'search'
  placeholder?: string
  readOnly?: boolean
  short?: boolean
  spellCheck?: boolean
}

export function TextField({ field, label, hint, required, short, type = 'text', ...rest }: Props) {
  return (
    <FieldFrame field={field} label={label} hint={hint} required={required}>
      <input
        key={field.key}
        {...controlProps({ field, hint, required })}
        {...rest}
        type={type}
        defaultValue={type === 'password' ? undefined : field.defaultValue}
        maxLength={field.maxLength}
        className={classes(styles.input, short && styles.short)}
      />
    </FieldFrame>
  )
}

type AreaProps = FieldProps & { rows?: number; placeholder?: string }

export function TextArea({ field, label, hint, required, rows = 4, placeholder }: AreaProps) {
  return (
    <FieldFrame field={field} label={label} hint={hint} required={required}>
      <textarea
        key={field.key}
        {...controlProps({ field, hint, required })}
        rows={rows}
        placeholder={placeholder}
        defaultValue={field.defaultValue}
        maxLength={field.maxLength}
        className={styles.input}
      />
    </FieldFrame>
  )
}
