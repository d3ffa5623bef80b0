import { Section } from '#app/ui/section.tsx'
import { Feed, type ShownFeed } from './feed.tsx'

/** Somebody's own feed, on the page of their account. */
export function FeedSection({ feed }: { feed: ShownFeed | null }) {
  return (
    <Section
      id="agenda"
      title="Agenda-abonnement"
      intro="Zet al je bijeenkomsten in je eigen agenda, ook wat je zelf geeft. Verandert er iets, dan verandert het daar mee."
      ruled
    >
      <Feed feed={feed} hint="Wie dit adres heeft, kan je agenda lezen. Deel het dus niet." />
    </Section>
  )
}
