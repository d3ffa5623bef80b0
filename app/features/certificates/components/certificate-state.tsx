import { formatDayYear } from '#app/ui/format.ts'
import { StateBadge } from '#app/ui/state-badge.tsx'

/** Valid, revoked, or waiting for a decision. */
export function CertificateState({ revokedAt, inReview }: { revokedAt: Date | null; inReview: boolean }) {
  if (revokedAt) return <StateBadge tone="stop">ingetrokken op {formatDayYear(revokedAt)}</StateBadge>
  if (inReview) return <StateBadge tone="warn">geldig, besluit nodig</StateBadge>
  return <StateBadge tone="ok">geldig</StateBadge>
}
