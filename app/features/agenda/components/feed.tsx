import { Acts, Button } from '#app/ui/button.tsx'
import { formatMoment } from '#app/ui/format.ts'
import styles from './calendar.module.css'
import { CalendarAddress } from './calendar-address.tsx'

export type ShownFeed = { address: string; lastFetchedAt: Date | null }

/** A secret address of a calendar: how it gets into one's own, and how it ends. */
export function Feed({ feed, hint }: { feed: ShownFeed | null; hint: string }) {
  if (!feed) {
    return (
      <form method="post">
        <Button kind="secondary" name="intent" value="renew-feed">
          Maak een adres
        </Button>
      </form>
    )
  }
  return (
    <div className={styles.feed}>
      <CalendarAddress address={feed.address} hint={hint} />
      <p className={styles.soft}>
        {feed.lastFetchedAt
          ? `Laatst opgehaald: ${formatMoment(feed.lastFetchedAt)}.`
          : 'Nog door geen agenda opgehaald.'}{' '}
        Een agenda kijkt zelf wanneer er iets nieuws is; soms duurt dat een dag.
      </p>
      <form method="post">
        <Acts>
          <Button kind="quiet" name="intent" value="renew-feed" aria-describedby="agenda-einde">
            Maak een nieuw adres
          </Button>
          <Button kind="quiet" name="intent" value="stop-feed" aria-describedby="agenda-einde">
            Stop
          </Button>
        </Acts>
      </form>
      <p id="agenda-einde" className={styles.soft}>
        Bij allebei werkt dit adres daarna niet meer.
      </p>
    </div>
  )
}
