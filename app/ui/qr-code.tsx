import { encodeQR } from 'qr'
import { useMemo } from 'react'
import styles from './qr-code.module.css'

type Props = { text: string; label: string }

/** A QR code as a drawing, with the white edge that a camera needs. Made where it is shown: no network is asked. */
export function QrCode({ text, label }: Props) {
  const { path, size } = useMemo(() => draw(text), [text])
  return (
    <svg
      className={styles.qr}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path d={path} fill="currentColor" />
    </svg>
  )
}

function draw(text: string): { path: string; size: number } {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 3 })
  const path = rows
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
    .filter(Boolean)
    .join('')
  return { path, size: rows.length }
}
