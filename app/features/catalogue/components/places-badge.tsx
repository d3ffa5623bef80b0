import { StateBadge } from '#app/ui/state-badge.tsx'
import { placesInWords } from '../catalogue-texts.ts'
import type { Places } from '../offering.ts'

/** How many places are left, as a sign and a word. */
export function PlacesBadge({ places }: { places: Places }) {
  const { tone, text } = placesInWords(places)
  return <StateBadge tone={tone}>{text}</StateBadge>
}
