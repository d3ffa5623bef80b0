import { paths } from '#app/paths.ts'
import { formatDayYear } from '#app/ui/format.ts'
import { StateBadge } from '#app/ui/state-badge.tsx'
import styles from './certificate-state.module.css'

/** Valid, revoked, or waiting for a decision. */
export function CertificateState({ revokedAt, inReview }: { revokedAt: Date | null; inReview: boolean }) {
  if (revokedAt) return <StateBadge tone="stop">ingetrokken op {formatDayYear(revokedAt)}</StateBadge>
  if (inReview) return <StateBadge tone="warn">geldig, besluit nodig</StateBadge>
  return <StateBadge tone="ok">geldig</StateBadge>
}

/** The number, on one line, with the way to its page. */
export function CertificateNumber({ id, number }: { id: number; number: string }) {
  return (
    <a className={styles.number} href={paths.manageCertificate(id)}>
      {number}
    </a>
  )
}
