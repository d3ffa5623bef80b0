import { formatCount } from '#app/ui/format.ts'
import { StateBadge } from '#app/ui/state-badge.tsx'

/** How much is not in order, in one line above the rest. */
export function Gaps({ count }: { count: number }) {
  return (
    <p>
      {count > 0 ? (
        <StateBadge tone="stop">{formatCount(count, 'gat', 'gaten')}</StateBadge>
      ) : (
        <StateBadge tone="ok">alles in orde</StateBadge>
      )}
    </p>
  )
}
