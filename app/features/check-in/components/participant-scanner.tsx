import { frameLoop, QRCanvas, rearCamera } from 'qr/dom.js'
import { useEffect, useRef, useState } from 'react'
import { Button } from '#app/ui/button.tsx'
import styles from './trainer-check-in.module.css'

type Props = { onRead: (text: string) => void; said: string }

/** The camera, to read a participant's own code. The part that reads is fetched with the page, so it works offline. */
export function ParticipantScanner({ onRead, said }: Props) {
  const [open, setOpen] = useState(false)
  return (
    <div className={styles.scanner}>
      <Button kind="secondary" wide type="button" onClick={() => setOpen(!open)} aria-expanded={open}>
        {open ? 'Stop met scannen' : 'Scan de code van een deelnemer'}
      </Button>
      {open && <Camera onRead={onRead} />}
      <p role="status" className={styles.heard}>
        {said}
      </p>
    </div>
  )
}

function Camera({ onRead }: { onRead: (text: string) => void }) {
  const video = useRef<HTMLVideoElement>(null)
  const [trouble, setTrouble] = useState<string>()
  const read = useRef(onRead)
  read.current = onRead
  useEffect(() => {
    let stop = () => {}
    let gone = false
    const start = async () => {
      if (!video.current || gone) return
      const camera = await rearCamera(video.current)
      const canvas = new QRCanvas()
      let last = ''
      const cancel = frameLoop(async () => {
        const found = await camera.readFrame(canvas)
        // The same code stays before the camera for a while: it is read once.
        if (typeof found !== 'string' || found === last) return
        last = found
        read.current(found)
      })
      stop = () => {
        cancel()
        camera.stop()
      }
      if (gone) stop()
    }
    start().catch(() => setTrouble('De camera doet het niet, of mag niet. Tik de naam aan in de lijst.'))
    return () => {
      gone = true
      stop()
    }
  }, [])
  return trouble ? (
    <p role="alert" className={styles.trouble}>
      {trouble}
    </p>
  ) : (
    <video ref={video} className={styles.camera} muted playsInline aria-label="Beeld van de camera" />
  )
}
