import styles from './logo.module.css'

/** A set square, with its marks in the colour of acting. */
export function Logo() {
  return (
    <svg
      className={styles.logo}
      viewBox="0 0 24 24"
      width="26"
      height="26"
      aria-hidden="true"
      focusable="false"
    >
      <path className={styles.square} d="M3 3h6v12h12v6H3z" />
      <path className={styles.marks} d="M3 7h3M3 11h3M10 21v-3M14 21v-3M18 21v-3" />
    </svg>
  )
}
