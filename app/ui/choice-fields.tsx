import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import styles from './field.module.css'
import { type Choice, describedBy, FieldError, FieldFrame, type FieldProps } from './field.tsx'

type GroupProps = FieldProps & {
  choices: readonly Choice[]
  /** Short choices, beside each other. */
  inline?: boolean
}

export function RadioGroup(props: GroupProps) {
  const { field, required } = props
  return (
    <FieldFrame {...props} group>
      <div className={classes(styles.choices, props.inline && styles.inline)}>
        {props.choices.map((choice) => (
          <ChoiceRow key={choice.value} id={`${field.id}-${choice.value}`} choice={choice}>
            <input
              type="radio"
              id={`${field.id}-${choice.value}`}
              name={field.name}
              value={choice.value}
              required={required ?? field.required}
              defaultChecked={field.defaultValue === String(choice.value)}
            />
          </ChoiceRow>
        ))}
      </div>
    </FieldFrame>
  )
}

/** Several may be chosen; the form then carries the name several times. */
export function CheckboxGroup(props: GroupProps) {
  const { field } = props
  const chosen = field.defaultOptions ?? (field.defaultValue ? [field.defaultValue] : [])
  return (
    <FieldFrame {...props} group>
      <div className={classes(styles.choices, props.inline && styles.inline)}>
        {props.choices.map((choice) => (
          <ChoiceRow key={choice.value} id={`${field.id}-${choice.value}`} choice={choice}>
            <input
              type="checkbox"
              id={`${field.id}-${choice.value}`}
              name={field.name}
              value={choice.value}
              defaultChecked={chosen.includes(String(choice.value))}
            />
          </ChoiceRow>
        ))}
      </div>
    </FieldFrame>
  )
}

/** One box to tick; it sends `on`, or nothing. */
export function Checkbox({ field, label, hint, required }: FieldProps) {
  return (
    <div className={styles.field}>
      <FieldError field={field} />
      <div className={styles.choice}>
        <input
          key={field.key}
          type="checkbox"
          id={field.id}
          name={field.name}
          value="on"
          required={required ?? field.required}
          defaultChecked={field.defaultChecked ?? field.defaultValue === 'on'}
          {...describedBy({ field, hint })}
        />
        <label htmlFor={field.id}>{label}</label>
        {hint && (
          <div id={field.descriptionId ?? `${field.id}-description`} className={styles.hint}>
            {hint}
          </div>
        )}
      </div>
    </div>
  )
}

function ChoiceRow({ id, choice, children }: { id: string; choice: Choice; children: ReactNode }) {
  return (
    <div className={styles.choice}>
      {children}
      <label htmlFor={id}>{choice.label}</label>
      {choice.hint && <div className={styles.hint}>{choice.hint}</div>}
    </div>
  )
}
