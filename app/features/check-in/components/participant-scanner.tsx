import { useEffect, useState } from 'react'
import { Button } from '#app/ui/button.tsx'
import { checkInTexts } from '../check-in-texts.ts'
import styles from './trainer-check-in.module.css'

type Props = { onRead: (text: string) => void; said: string }

type Reader = typeof import('./camera.tsx').Camera

/** The camera, to read a participant's own code. The part that reads is large: it is fetched once the page works. */
export function ParticipantScanner({ onRead, said }: Props) {
  const [open, setOpen] = useState(false)
  const [Camera, setCamera] = useState<Reader>()
  const [broken, setBroken] = useState(false)
  useEffect(() => {
    import('./camera.tsx').then(
      ({ Camera }) => setCamera(() => Camera),
      () => setBroken(true),
    )
  }, [])
  const toggle = () => {
    setOpen(!open)
    // Whoever refused the camera may have thought better of it.
    if (Camera) setBroken(false)
  }
  return (
    <div className={styles.scanner}>
      <Button kind="secondary" wide type="button" onClick={toggle} aria-expanded={open}>
        {open ? 'Stop met scannen' : 'Scan de code van een deelnemer'}
      </Button>
      {open && broken && (
        <p role="alert" className={styles.trouble}>
          {checkInTexts.noCamera}
        </p>
      )}
      {open && !broken && Camera && <Camera onRead={onRead} onTrouble={() => setBroken(true)} />}
      <p role="status" className={styles.heard}>
        {said}
      </p>
    </div>
  )
}
