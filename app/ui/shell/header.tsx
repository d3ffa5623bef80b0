import { paths } from '#app/paths.ts'
import { Menu } from '../menu.tsx'
import type { FrameActor, FrameRegion } from './frame.ts'
import styles from './header.module.css'
import { Logo } from './logo.tsx'
import { navigation } from './navigation.ts'

type Props = { region: FrameRegion | null; actor: FrameActor | null; path: string }

/** The region's name stands first; the product's name is small. */
export function Header({ region, actor, path }: Props) {
  return (
    <header className={styles.header}>
      <a className={styles.brand} href={paths.home()}>
        <Logo />
        <span className={styles.names}>
          <span className={styles.region}>{region?.shortName ?? 'Bijblijven'}</span>
          {region && <span className={styles.product}>Bijblijven</span>}
        </span>
      </a>
      <nav aria-label="Hoofdmenu" className={styles.nav}>
        <ul>
          {navigation(actor, path).map((item) => (
            <li key={item.href}>
              <a href={item.href} aria-current={item.current}>
                {item.label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className={styles.person}>
        {actor ? (
          <Menu label={<PersonLabel name={actor.name} />} plain end>
            <p className={styles.who}>{actor.name}</p>
            <a href={paths.account()}>Mijn account</a>
            <form method="post" action={paths.logout()}>
              <button type="submit">Uitloggen</button>
            </form>
          </Menu>
        ) : (
          region && (
            <a
              className={styles.login}
              href={paths.login()}
              aria-current={path === paths.login() ? 'page' : undefined}
            >
              Inloggen
            </a>
          )
        )}
      </div>
    </header>
  )
}

/** The name; on a phone, where there is no room for it, a figure. */
function PersonLabel({ name }: { name: string }) {
  return (
    <>
      <svg
        className={styles.figure}
        viewBox="0 0 24 24"
        width="24"
        height="24"
        aria-hidden="true"
        focusable="false"
      >
        <path d="M8 4h8v8H8zM3 21v-5h18v5" />
      </svg>
      <span className={styles.name}>{name}</span>
    </>
  )
}
