import type { ReactNode } from 'react'
import styles from './field.module.css'
import { Spoken } from './spoken.tsx'

/**
 * What a field needs to know: the part of conform's `FieldMetadata` that is used here, so that `fields.name` fits,
 * and so does a plain object in a form that has no schema (a filter bar).
 */
export type FieldSource = {
  id: string
  name: string
  key?: string | undefined
  errorId?: string
  descriptionId?: string
  errors?: string[] | undefined
  defaultValue?: string | undefined
  defaultOptions?: string[] | undefined
  defaultChecked?: boolean | undefined
  required?: boolean | undefined
  minLength?: number | undefined
  maxLength?: number | undefined
}

/** What every kind of field takes. */
export type FieldProps = {
  field: FieldSource
  label: ReactNode
  hint?: ReactNode
  /** When the schema doesn't say so. */
  required?: boolean
}

export type Choice = { value: string | number; label: ReactNode; hint?: ReactNode }

const errorIdOf = (field: FieldSource) => field.errorId ?? `${field.id}-error`
const hintIdOf = (field: FieldSource) => field.descriptionId ?? `${field.id}-description`

/** Ties the control to its hint and its error. */
export function describedBy({ field, hint }: { field: FieldSource; hint?: ReactNode }) {
  const invalid = Boolean(field.errors?.length)
  const ids = [hint && hintIdOf(field), invalid && errorIdOf(field)].filter(Boolean)
  return {
    'aria-describedby': ids.length > 0 ? ids.join(' ') : undefined,
    'aria-invalid': invalid || undefined,
  }
}

/** The attributes that every control of a field shares. */
export function controlProps({ field, hint, required }: Omit<FieldProps, 'label'>) {
  return {
    id: field.id,
    name: field.name,
    required: required ?? field.required,
    ...describedBy({ field, hint }),
  }
}

type FrameProps = FieldProps & {
  children: ReactNode
  /** A group of controls (radio buttons) has a legend, a single control has a label. */
  group?: boolean
}

/** Label above, hint below it, the error where one looks next, then the control. */
export function FieldFrame({ field, label, hint, required, group, children }: FrameProps) {
  const words = (
    <>
      {label}
      {(required ?? field.required) && (
        <span className={styles.required} aria-hidden="true">
          {' '}
          *
        </span>
      )}
    </>
  )
  const body = (
    <>
      {hint && (
        <div id={hintIdOf(field)} className={styles.hint}>
          {hint}
        </div>
      )}
      <FieldError field={field} />
      {children}
    </>
  )
  if (group) {
    return (
      <fieldset id={field.id} tabIndex={-1} className={styles.field} {...describedBy({ field, hint })}>
        <legend className={styles.label}>{words}</legend>
        {body}
      </fieldset>
    )
  }
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={field.id}>
        {words}
      </label>
      {body}
    </div>
  )
}

export function FieldError({ field }: { field: FieldSource }) {
  if (!field.errors?.length) return null
  return (
    <p id={errorIdOf(field)} className={styles.error}>
      <Spoken>Fout: </Spoken>
      {field.errors[0]}
    </p>
  )
}
