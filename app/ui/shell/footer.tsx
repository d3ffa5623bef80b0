import { paths } from '#app/paths.ts'
import styles from './footer.module.css'
import type { FrameRegion } from './frame.ts'

export function Footer({ region }: { region: FrameRegion | null }) {
  return (
    <footer className={styles.footer}>
      <p className={styles.name}>{region?.name ?? 'Bijblijven'}</p>
      <ul className={styles.links}>
        <li>
          <a href={paths.programme()}>Programma</a>
        </li>
        <li>
          <a href={paths.contact()}>Contact</a>
        </li>
        <li>
          <a href={paths.checkCredential()}>Bewijs controleren</a>
        </li>
        <li>
          <a href={paths.privacy()}>Privacy</a>
        </li>
        <li>
          <a href={paths.accessibility()}>Toegankelijkheid</a>
        </li>
      </ul>
    </footer>
  )
}
