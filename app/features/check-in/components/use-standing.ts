import { useCallback, useEffect, useState } from 'react'
import { keptAnswerHeader, type Standing } from '../check-in-standing.ts'

const everyMs = 5_000
const timeoutMs = 10_000

type Options = {
  url: string
  first: Standing
  onStanding: (standing: Standing) => void
  onClock: (serverNow: Date, asked: number, answered: number) => void
}

/** Who is in, asked again and again while somebody looks and there is a network. */
export function useStanding({ url, first, onStanding, onClock }: Options) {
  const [standing, setStanding] = useState(first)
  const [connected, setConnected] = useState(true)

  const ask = useCallback(async () => {
    const asked = Date.now()
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) })
      if (!response.ok) return
      const fresh = (await response.json()) as Standing
      const kept = response.headers.has(keptAnswerHeader)
      setConnected(!kept)
      if (!kept) onClock(new Date(fresh.now), asked, Date.now())
      setStanding(fresh)
      onStanding(fresh)
    } catch {
      setConnected(false)
    }
  }, [url, onStanding, onClock])

  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') void ask()
    }
    look()
    const timer = setInterval(look, everyMs)
    addEventListener('online', look)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      removeEventListener('online', look)
      document.removeEventListener('visibilitychange', look)
    }
  }, [ask])
  return { standing, connected, ask }
}
