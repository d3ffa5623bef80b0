import { formatTypedDay } from '#app/ui/format.ts'
import type { TestResultRow } from '../test-result-queries.server.ts'
import styles from './result-fields.module.css'

type Props = {
  rows: TestResultRow[]
  errors: { enrolmentId: number; sentence: string }[]
  /** What was typed, when the form came back. */
  typed: Record<string, string> | null
}

/** A line for everybody who takes part: passed or not, and where it differs the day, the examiner and a number. */
export function ResultFields({ rows, errors, typed }: Props) {
  return (
    <ul className={styles.rows}>
      {rows.map(({ enrolmentId: id, name, school, result }) => {
        const error = errors.find(({ enrolmentId }) => enrolmentId === id)?.sentence
        const value = (field: string, known: string) => typed?.[`${field}${id}`] ?? known
        const invalid = error ? { 'aria-invalid': true, 'aria-describedby': `error${id}` } : {}
        return (
          <li key={id} className={styles.row}>
            <fieldset className={styles.line}>
              <legend>
                {name}
                <small>{school}</small>
              </legend>
              <label>
                Uitslag
                <select
                  name={`result${id}`}
                  defaultValue={value('result', result ? (result.passed ? 'passed' : 'failed') : '')}
                >
                  <option value="">nog geen</option>
                  <option value="passed">geslaagd</option>
                  <option value="failed">niet geslaagd</option>
                </select>
              </label>
              <label>
                Dag
                <input
                  name={`day${id}`}
                  autoComplete="off"
                  defaultValue={value('day', result ? formatTypedDay(result.takenOn) : '')}
                  {...invalid}
                />
              </label>
              <label>
                Examinator
                <input
                  name={`examiner${id}`}
                  autoComplete="off"
                  maxLength={200}
                  defaultValue={value('examiner', result?.examiner ?? '')}
                  {...invalid}
                />
              </label>
              <label>
                Nummer
                <input
                  name={`number${id}`}
                  autoComplete="off"
                  maxLength={100}
                  defaultValue={value('number', result?.number ?? '')}
                />
              </label>
            </fieldset>
            {error && (
              <p id={`error${id}`} className={styles.error}>
                {error}
              </p>
            )}
          </li>
        )
      })}
    </ul>
  )
}
