import type { ReactNode } from 'react'
import styles from './steps.module.css'

export type Step = { title: ReactNode; key: string; text?: ReactNode; figure?: ReactNode }

/** What to do, in order, with large numbers. */
export function Steps({ steps }: { steps: Step[] }) {
  return (
    <ol className={styles.steps}>
      {steps.map((step, index) => (
        <li key={step.key} className={styles.step}>
          <span className={styles.number} aria-hidden="true">
            {index + 1}
          </span>
          <div className={styles.text}>
            <h3>{step.title}</h3>
            {typeof step.text === 'string' ? <p>{step.text}</p> : step.text}
          </div>
          {step.figure && <div className={styles.figure}>{step.figure}</div>}
        </li>
      ))}
    </ol>
  )
}
