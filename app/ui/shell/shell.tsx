import type { ReactNode } from 'react'
import { Notice } from '../notice.tsx'
import { Footer } from './footer.tsx'
import type { FrameActor, FrameNotice, FrameRegion } from './frame.ts'
import { Header } from './header.tsx'
import styles from './shell.module.css'

type Props = {
  /** Null when the page failed before the region was known. */
  region: FrameRegion | null
  actor: FrameActor | null
  notice: FrameNotice | null
  path: string
  children: ReactNode
}

/** What stands around every page. */
export function Shell({ region, actor, notice, path, children }: Props) {
  return (
    <>
      <a className={styles.skip} href="#inhoud">
        Naar de inhoud
      </a>
      {region?.demo && (
        <section className={styles.demo} aria-label="Voorbeeld">
          <strong>Voorbeeld</strong> Dit is een oefenregio. De mensen, bedrijven en bewijzen zijn verzonnen.
        </section>
      )}
      <Header region={region} actor={actor} path={path} />
      <main id="inhoud" tabIndex={-1} className={styles.main}>
        {notice && (
          <div className={styles.notice}>
            <Notice
              kind={notice.kind}
              title={notice.text}
              role={notice.kind === 'ok' || notice.kind === 'info' ? 'status' : 'alert'}
              act={notice.mailUrl && <a href={notice.mailUrl}>Lees de mail die is verstuurd</a>}
            />
          </div>
        )}
        {children}
      </main>
      <Footer region={region} />
    </>
  )
}
