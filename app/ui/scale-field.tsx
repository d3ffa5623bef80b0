import { FieldFrame, type FieldProps } from './field.tsx'
import styles from './scale-field.module.css'
import { Spoken } from './spoken.tsx'

type Props = FieldProps & {
  points: readonly number[]
  /** What the first and the last point mean. */
  low: string
  high: string
}

/** A question that is answered by a point between two ends, side by side so that a thumb reaches all of them. */
export function ScaleField({ points, low, high, ...frame }: Props) {
  const { field, required } = frame
  const endOf = (index: number) => (index === 0 ? low : index === points.length - 1 ? high : undefined)
  return (
    <FieldFrame {...frame} group>
      <div className={styles.scale}>
        {points.map((point, index) => (
          <label key={point} className={styles.point} htmlFor={`${field.id}-${point}`}>
            <input
              type="radio"
              id={`${field.id}-${point}`}
              name={field.name}
              value={point}
              required={required ?? field.required}
              defaultChecked={field.defaultValue === String(point)}
            />
            <span>
              {point}
              {endOf(index) && <Spoken>, {endOf(index)}</Spoken>}
            </span>
          </label>
        ))}
      </div>
      <p className={styles.ends} aria-hidden="true">
        <span>{low}</span>
        <span>{high}</span>
      </p>
    </FieldFrame>
  )
}
