import { formatTime } from '#app/ui/format.ts'
import { StateBadge } from '#app/ui/state-badge.tsx'
import styles from './roster.module.css'
import type { Sending } from './use-roster.ts'

type Props = { sending: Sending; unsent: number; keeps: boolean; backTo: string }

/** How far the marks are: sent, on their way, or kept on this device. */
export function SendingLine({ sending, unsent, keeps, backTo }: Props) {
  return (
    <div className={styles.sending} role="status">
      {unsent > 0 && <StateBadge tone="warn">nog niet verzonden ({unsent})</StateBadge>}
      {unsent === 0 && sending.kind === 'sent' && <StateBadge tone="ok">alles is bewaard</StateBadge>}
      <p>{sentence(sending, unsent, keeps)}</p>
      {sending.kind === 'logged-out' && (
        <a href={`/inloggen?verder=${encodeURIComponent(backTo)}`}>Log opnieuw in</a>
      )}
    </div>
  )
}

function sentence(sending: Sending, unsent: number, keeps: boolean): string {
  const time = (at: number) => formatTime(new Date(at))
  switch (sending.kind) {
    case 'waiting':
      return keeps
        ? `Bewaard op dit toestel om ${time(sending.savedAt)}. Wordt verzonden zodra er verbinding is.`
        : 'Er is geen verbinding, en dit toestel kan niets bewaren. Laat deze bladzijde open tot er weer verbinding is.'
    case 'logged-out':
      return 'Je bent te lang weg geweest. Log opnieuw in; wat je invulde staat nog op dit toestel.'
    case 'problem':
      return sending.sentence
    case 'sent':
      return unsent > 0 ? 'Wordt bewaard…' : `Laatst bewaard om ${time(sending.at)} uur.`
    default:
      return unsent > 0 ? 'Wordt bewaard…' : 'Wat je aantikt, wordt meteen bewaard.'
  }
}
