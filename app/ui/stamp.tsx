import styles from './stamp.module.css'

/** Stands on everything a demo issues. */
export function Stamp({ children = 'Voorbeeld' }: { children?: string }) {
  return <span className={styles.stamp}>{children}</span>
}
