import { useCallback, useEffect, useRef } from 'react'

const key = 'klok'

/**
 * The server's clock on this device: how far the device's own is off is measured while there is a network and kept, so
 * that a device whose clock is wrong shows the right codes without one.
 */
export function useServerClock() {
  const offset = useRef(0)
  useEffect(() => {
    try {
      offset.current = Number(localStorage.getItem(key)) || 0
    } catch {
      // A device that keeps nothing goes by its own clock until there is a network.
    }
  }, [])
  const now = useCallback(() => new Date(Date.now() + offset.current), [])
  /** `asked` and `answered` by the device's clock; the server looked at its own about halfway. */
  const measure = useCallback((serverNow: Date, asked: number, answered: number) => {
    offset.current = Math.round(serverNow.getTime() - (asked + answered) / 2)
    try {
      localStorage.setItem(key, String(offset.current))
    } catch {
      // As above.
    }
  }, [])
  return { now, measure }
}
