import { Form as RemixForm } from '@remix-run/react'
import type { ReactNode } from 'react'
import styles from './form.module.css'
import { FormErrors, type FormSource } from './form-errors.tsx'

type Props = {
  /** Conform's form; its errors are summed up on top. */
  form?: FormSource
  method?: 'get' | 'post'
  /** Where it goes, when not to the page itself. */
  action?: string
  encType?: 'multipart/form-data' | 'application/x-www-form-urlencoded'
  /** Warns who leaves the page with something typed and not sent. */
  keep?: boolean
  /** Sends itself when a choice changes: filters. */
  autoSubmit?: boolean
  /** Without the line that says what a star means: a form of one or two fields, or of buttons alone. */
  bare?: boolean
  /** False: Remix sends it without leaving the page; only for hydrated pages that need it. */
  reloadDocument?: boolean
  id?: string
  'aria-label'?: string
  children: ReactNode
}

/** A form as HTML knows it: it works before any script does. The server judges it, in sentences, so the browser doesn't. */
export function Form({ form, method = 'post', keep, autoSubmit, bare, children, ...rest }: Props) {
  const { reloadDocument = true, id = form?.id, ...attributes } = rest
  return (
    <RemixForm
      method={method}
      id={id}
      noValidate
      reloadDocument={reloadDocument}
      className={styles.form}
      data-keep={keep || undefined}
      data-auto-submit={autoSubmit || undefined}
      {...attributes}
    >
      {form && <FormErrors form={form} />}
      {!bare && (
        <p className={styles.legend}>
          Wat een <span className={styles.star}>*</span> heeft, moet je invullen.
        </p>
      )}
      {children}
    </RemixForm>
  )
}

/** Fields that belong together, under one heading. */
export function FieldSet({
  legend,
  hint,
  children,
}: {
  legend: ReactNode
  hint?: ReactNode
  children: ReactNode
}) {
  return (
    <fieldset className={styles.fieldset}>
      <legend className={styles.heading}>{legend}</legend>
      {hint && <p className={styles.hint}>{hint}</p>}
      {children}
    </fieldset>
  )
}

/** Short fields beside each other, as from and until. */
export function FieldRow({ children }: { children: ReactNode }) {
  return <div className={styles.row}>{children}</div>
}
