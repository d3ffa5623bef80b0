import type { ReactNode } from 'react'
import styles from './button.module.css'
import { classes } from './classes.ts'

/** `act` is the one main act of a page; `secondary` stands beside it; `quiet` is in a row; `danger` takes away. */
export type ButtonKind = 'act' | 'secondary' | 'quiet' | 'danger'

type Look = { kind?: ButtonKind; small?: boolean; wide?: boolean; children: ReactNode }

const look = ({ kind = 'act', small, wide }: Omit<Look, 'children'>) =>
  classes(styles.button, styles[kind], small && styles.small, wide && styles.wide)

export type ButtonProps = Look & {
  type?: 'submit' | 'button' | 'reset'
  name?: string
  value?: string | number
  /** The form it belongs to, when it stands outside of it. */
  form?: string
  formAction?: string
  disabled?: boolean
  onClick?: () => void
  /** Copies what stands in the field with this id; shown by the script that does it (`enhance.js`). */
  'data-copy'?: string
  hidden?: boolean
  /** What it is called when the words on it say too little: 'Voorbeeld, A. afmelden'. */
  'aria-label'?: string
  'aria-pressed'?: boolean
  'aria-describedby'?: string
}

export function Button({ kind, small, wide, type = 'submit', ...rest }: ButtonProps) {
  return <button type={type} className={look({ kind, small, wide })} {...rest} />
}

export type LinkButtonProps = Look & {
  href: string
  download?: boolean | string
  'aria-label'?: string
}

/** A link that looks like a button: it goes somewhere, it changes nothing. */
export function LinkButton({ kind, small, wide, children, ...rest }: LinkButtonProps) {
  return (
    <a className={look({ kind, small, wide })} {...rest}>
      {children}
    </a>
  )
}

/** Acts beside each other; below each other on a phone. The main act comes first. */
export function Acts({ children }: { children: ReactNode }) {
  return <div className={styles.acts}>{children}</div>
}
