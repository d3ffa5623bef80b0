import { paths } from '#app/paths.ts'
import { AgendaItem, AgendaList } from '#app/ui/agenda-list.tsx'
import type { NextEdition } from '../catalogue-queries.server.ts'
import { hoursInWords, joinFacts, profilesInWords } from '../edition-texts.ts'
import { placesOf } from '../offering.ts'
import { PlacesBadge } from './places-badge.tsx'

/** The dates that come first, each with its places. */
export function NextDates({ editions, at }: { editions: NextEdition[]; at: Date }) {
  return (
    <AgendaList>
      {editions.map((edition) => (
        <AgendaItem
          key={edition.id}
          day={edition.startsAt}
          title={edition.title}
          href={paths.offering(edition.slug)}
          meta={joinFacts(hoursInWords(edition), edition.place, profilesInWords(edition.profiles))}
          state={<PlacesBadge places={placesOf(edition, at)} />}
        />
      ))}
    </AgendaList>
  )
}
