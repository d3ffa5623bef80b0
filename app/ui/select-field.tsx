import styles from './field.module.css'
import { type Choice, controlProps, FieldFrame, type FieldProps } from './field.tsx'

type Option = Omit<Choice, 'label' | 'hint'> & { label: string }
type Props = FieldProps & {
  choices: readonly Option[]
  /** The first, empty choice; leave it out where there is always one chosen. */
  empty?: string
}

export function SelectField({ field, label, hint, required, choices, empty }: Props) {
  return (
    <FieldFrame field={field} label={label} hint={hint} required={required}>
      <select
        key={field.key}
        {...controlProps({ field, hint, required })}
        defaultValue={field.defaultValue ?? ''}
        className={styles.input}
      >
        {empty !== undefined && <option value="">{empty}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}
