import { Button } from '#app/ui/button.tsx'
import { formatMoment } from '#app/ui/format.ts'
import { Section } from '#app/ui/section.tsx'
import { StateBadge } from '#app/ui/state-badge.tsx'
import styles from './account.module.css'

export type ShownSession = { idHash: string; device: string; createdAt: Date; isHere: boolean }

/** Where one is logged in, in plain words. */
export function SessionsSection({ sessions }: { sessions: ShownSession[] }) {
  return (
    <Section title="Waar je bent ingelogd" ruled>
      <ul className={styles.rows}>
        {sessions.map(({ idHash, device, createdAt, isHere }) => (
          <li key={idHash} className={styles.row}>
            <div className={styles.what}>
              <strong>{device}</strong>
              <span className={styles.soft}>sinds {formatMoment(createdAt)}</span>
              {isHere && <StateBadge tone="ok">hier ben je nu</StateBadge>}
            </div>
            {!isHere && (
              <form method="post" className={styles.acts}>
                <input type="hidden" name="idHash" value={idHash} />
                <Button
                  kind="quiet"
                  small
                  name="intent"
                  value="end-session"
                  aria-label={`Uitloggen: ${device}, sinds ${formatMoment(createdAt)}`}
                >
                  Log daar uit
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
      <form method="post">
        <Button kind="secondary" name="intent" value="end-every-session">
          Overal uitloggen
        </Button>
      </form>
    </Section>
  )
}
