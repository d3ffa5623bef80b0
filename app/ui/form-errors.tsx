import styles from './form-errors.module.css'

/** The part of conform's form that the summary needs. */
export type FormSource = { id: string; errors?: string[] | undefined; allErrors: Record<string, string[]> }

/** Everything that must be mended, on top of the form, each line a link to its field. */
export function FormErrors({ form }: { form: FormSource }) {
  const entries = Object.entries(form.allErrors).flatMap(([name, errors]) =>
    errors.slice(0, 1).map((error) => ({ name, error })),
  )
  if (entries.length === 0) return null
  return (
    // biome-ignore lint/a11y/noAutofocus: after a refused form the reader must land on what is wrong
    <div className={styles.summary} role="alert" tabIndex={-1} autoFocus data-error-summary>
      <h2 className={styles.title}>
        {entries.length === 1 ? 'Nog één ding' : `Nog ${entries.length} dingen`}, dan kunnen we verder
      </h2>
      <ul>
        {entries.map(({ name, error }) => (
          <li key={name}>{name ? <a href={`#${form.id}-${name}`}>{error}</a> : error}</li>
        ))}
      </ul>
    </div>
  )
}
