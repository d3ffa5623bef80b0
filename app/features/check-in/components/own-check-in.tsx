import { type FormEvent, useState } from 'react'
import { Button } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'
import { formatTime } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { QrCode } from '#app/ui/qr-code.tsx'
import { Section } from '#app/ui/section.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { CheckInState } from '../check-in.ts'
import { checkInSentence } from '../check-in-texts.ts'
import styles from './own-check-in.module.css'
import { useOwnCheckIn } from './use-own-check-in.ts'

type Standing = { state: CheckInState; codeAt: Date | string; minutesLate: number }
type Props = {
  meeting: { id: number }
  participant: { enrolmentId: number; name: string }
  standing: Standing | null
  /** Why checking in is not possible now. */
  notNow: string | null
  ownQr: string | null
  /** From the QR code on the screen, when it was opened in time. */
  code: string
  ticket: string
  url: string
  refused: string | undefined
}

/** The participant's half: say who one is, give the code of the screen, and see that it counted. */
export function OwnCheckIn(props: Props) {
  const { meeting, participant, notNow, ownQr, code, ticket, url } = props
  const { kept, answer, sentence, busy, send } = useOwnCheckIn({
    meetingId: meeting.id,
    enrolmentId: participant.enrolmentId,
    url,
  })
  const standing: Standing | null = answer ?? props.standing
  const done = standing !== null && standing.state !== 'refused'
  return (
    <div className={styles.own}>
      <p className={styles.who}>
        Je checkt in als <strong>{participant.name}</strong>.
      </p>
      {standing && <Standing standing={standing} />}
      {kept && !done && (
        <Notice kind="warn" role="status" title="Bewaard op dit toestel.">
          Je drukte om {formatTime(new Date(kept.at))} uur. Het wordt verzonden zodra er verbinding is. Laat
          deze bladzijde zo lang open; de trainer bevestigt het daarna.
        </Notice>
      )}
      {!done && !kept && (notNow ? <Notice>{notNow}</Notice> : null)}
      {!done && !kept && !notNow && (
        <CodeForm code={code} ticket={ticket} refused={sentence ?? props.refused} busy={busy} onSend={send} />
      )}
      {ownQr && !done && (
        <Section title="Of laat je eigen code scannen">
          <p>De trainer kan hem scannen, ook zonder verbinding.</p>
          <div className={styles.qr}>
            <QrCode text={ownQr} label={`De QR-code van ${participant.name}, voor de trainer`} />
          </div>
        </Section>
      )}
    </div>
  )
}

function Standing({ standing }: { standing: Standing }) {
  const { title, text } = checkInSentence({ ...standing, codeAt: new Date(standing.codeAt) })
  const kind = standing.state === 'to_confirm' ? 'warn' : standing.state === 'refused' ? 'stop' : 'ok'
  return (
    <Notice kind={kind} role="status" title={title}>
      {text}
    </Notice>
  )
}

type FormProps = {
  code: string
  ticket: string
  refused: string | undefined
  busy: boolean
  onSend: (arrival: { code: string; ticket?: string }) => void
}

function CodeForm({ code, ticket, refused, busy, onSend }: FormProps) {
  const [typed, setTyped] = useState(false)
  const submit = (event: FormEvent<HTMLDivElement>) => {
    event.preventDefault()
    const form = new FormData(event.target as HTMLFormElement)
    const seen = String(form.get('ticket') ?? '')
    onSend({ code: String(form.get('code') ?? ''), ...(seen && { ticket: seen }) })
  }
  const scanned = code !== '' && !refused && !typed
  return (
    <div onSubmit={submit}>
      <Form bare aria-label="Inchecken">
        {ticket && !refused && <input type="hidden" name="ticket" value={ticket} />}
        {scanned ? (
          <input type="hidden" name="code" value={code} />
        ) : (
          <TextField
            field={{ id: 'code', name: 'code', errors: refused ? [refused] : undefined, maxLength: 12 }}
            label="Code op het scherm"
            hint="Zes letters. Elke 15 seconden staat er een nieuwe."
            autoComplete="off"
            spellCheck={false}
            short
          />
        )}
        <Button wide>{busy ? 'Bezig…' : 'Inchecken'}</Button>
        {scanned && (
          <noscript>
            <p>De code van het scherm is gelezen. Druk binnen anderhalve minuut.</p>
          </noscript>
        )}
      </Form>
      {scanned && (
        <p>
          <Button kind="quiet" small type="button" onClick={() => setTyped(true)}>
            Liever de letters typen
          </Button>
        </p>
      )}
    </div>
  )
}
