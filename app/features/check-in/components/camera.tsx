import { frameLoop, QRCanvas, rearCamera } from 'qr/dom.js'
import { useEffect, useRef } from 'react'
import styles from './trainer-check-in.module.css'

type Props = { onRead: (text: string) => void; onTrouble: () => void }

/** Looks through the camera at the back for QR codes, and tells each once. */
export function Camera({ onRead, onTrouble }: Props) {
  const video = useRef<HTMLVideoElement>(null)
  const read = useRef(onRead)
  read.current = onRead
  const trouble = useRef(onTrouble)
  trouble.current = onTrouble
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
    start().catch(() => trouble.current())
    return () => {
      gone = true
      stop()
    }
  }, [])
  return <video ref={video} className={styles.camera} muted playsInline aria-label="Beeld van de camera" />
}
