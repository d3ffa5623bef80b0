import { useRef, useState } from 'react'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { QrCode } from '#app/ui/qr-code.tsx'
import { showCode } from '../check-in-code.ts'
import styles from './code-board.module.css'
import type { Shown } from './use-codes.ts'

type Props = { meetingId: number; origin: string; shown: Shown; live: boolean }

/** The code of this moment, to be read and scanned from the back of the room. */
export function CodeBoard({ meetingId, origin, shown, live }: Props) {
  const board = useRef<HTMLElement>(null)
  const [said, setSaid] = useState('')
  const { code, secondsLeft } = shown
  const url = `${origin}${paths.checkInAt(meetingId)}?code=${code}`
  const fillScreen = () => {
    if (document.fullscreenElement) void document.exitFullscreen()
    else void board.current?.requestFullscreen()
  }
  return (
    <section ref={board} className={styles.board} aria-labelledby="code-titel">
      <h2 id="code-titel">Scan, of typ de letters</h2>
      <div className={styles.qr}>
        <QrCode text={url} label="QR-code waarmee deelnemers inchecken; hij verandert elke 15 seconden" />
      </div>
      {/* Read when one comes by; not announced every fifteen seconds. */}
      <p className={styles.letters}>{showCode(code)}</p>
      <p className={styles.where}>{`${origin.replace(/^https?:\/\//, '')}${paths.checkIn()}`}</p>
      {live ? (
        <>
          <progress
            className={styles.left}
            max={15}
            value={secondsLeft}
            aria-label="Zo lang geldt deze code nog"
          />
          <div className={styles.acts}>
            <Button kind="secondary" small type="button" onClick={fillScreen}>
              Vul het scherm
            </Button>
            <Button kind="quiet" small type="button" onClick={() => setSaid([...code].join(' '))}>
              Lees de letters voor
            </Button>
          </div>
          <p role="status" className={styles.said}>
            {said}
          </p>
        </>
      ) : (
        <noscript>
          <p>
            <a href={paths.trainerCheckIn(meetingId)}>Ververs voor een nieuwe code</a>. Elke code geldt een
            halve minuut.
          </p>
        </noscript>
      )}
    </section>
  )
}
