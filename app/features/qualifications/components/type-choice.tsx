import { paths } from '#app/paths.ts'
import styles from './type-choice.module.css'

/** Every sort of paper as one press, with how long it holds. */
export function TypeChoice({ types }: { types: { code: string; title: string; term: string }[] }) {
  return (
    <ul className={styles.list}>
      {types.map(({ code, title, term }) => (
        <li key={code}>
          <a href={paths.addPaper({ typeCode: code })}>
            <strong>{title}</strong>
            <span>{term}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}
