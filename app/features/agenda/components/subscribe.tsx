import styles from './calendar.module.css'
import { CalendarAddress } from './calendar-address.tsx'

/** What is on offer, in one's own calendar; unfolds for who wants it. */
export function Subscribe({ address }: { address: string }) {
  return (
    <details className={styles.unfold}>
      <summary>Abonneer op deze agenda</summary>
      <div className={styles.feed}>
        <p>Zo staat alles wat je hier hebt gekozen in je eigen agenda, ook wat er later bij komt.</p>
        <CalendarAddress address={address} />
      </div>
    </details>
  )
}
