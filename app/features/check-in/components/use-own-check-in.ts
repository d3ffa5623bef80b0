import { useCallback, useEffect, useState } from 'react'
import type { KnownCheckIn } from '../check-in.ts'

type Kept = { code: string; ticket?: string; at: number }
type Answer = Omit<KnownCheckIn, 'codeAt'> & { codeAt: string }

const retryMs = 5_000
const timeoutMs = 15_000
const keyOf = (meetingId: number, enrolmentId: number) => `inchecken:${meetingId}:${enrolmentId}`

type Where = { meetingId: number; enrolmentId: number; url: string }

/**
 * One's own check-in as it lives on a telephone: sent at once, or kept until there is a network. When it came in is
 * what the server says; when it was pressed is only told to the one who pressed.
 */
export function useOwnCheckIn({ meetingId, enrolmentId, url }: Where) {
  const key = keyOf(meetingId, enrolmentId)
  const [kept, setKept] = useState<Kept>()
  const [answer, setAnswer] = useState<Answer>()
  const [sentence, setSentence] = useState<string>()
  const [busy, setBusy] = useState(false)

  const deliver = useCallback(
    async (arrival: Kept, waited: boolean) => {
      setBusy(true)
      const outcome = await post(url, { as: enrolmentId, ...arrivalOf(arrival), kept: waited })
      setBusy(false)
      if (outcome.kind === 'no-network') {
        setKept(arrival)
        return store(key, arrival)
      }
      setKept(undefined)
      store(key, undefined)
      if (outcome.kind === 'answer') setAnswer(outcome.answer)
      else setSentence(outcome.sentence)
    },
    [url, key, enrolmentId],
  )

  useEffect(() => setKept(read(key)), [key])

  useEffect(() => {
    if (!kept) return
    const again = () => void deliver(kept, true)
    const timer = setInterval(again, retryMs)
    addEventListener('online', again)
    return () => {
      clearInterval(timer)
      removeEventListener('online', again)
    }
  }, [kept, deliver])

  const send = useCallback(
    (arrival: { code: string; ticket?: string }) => {
      setSentence(undefined)
      void deliver({ ...arrival, at: Date.now() }, false)
    },
    [deliver],
  )
  return { kept, answer, sentence, busy, send }
}

const arrivalOf = ({ at: _, ...arrival }: Kept) => arrival

function read(key: string): Kept | undefined {
  try {
    const value = JSON.parse(localStorage.getItem(key) ?? 'null') as Kept | null
    return typeof value?.code === 'string' ? value : undefined
  } catch {
    return undefined
  }
}

function store(key: string, kept: Kept | undefined): void {
  try {
    if (kept) localStorage.setItem(key, JSON.stringify(kept))
    else localStorage.removeItem(key)
  } catch {
    // A device that keeps nothing still sends it, as long as the page is open.
  }
}

type Outcome =
  | { kind: 'answer'; answer: Answer }
  | { kind: 'refused'; sentence: string }
  | { kind: 'no-network' }

async function post(url: string, body: object): Promise<Outcome> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(timeoutMs),
    })
    if (response.ok) return { kind: 'answer', answer: (await response.json()) as Answer }
    if (response.status >= 500) return { kind: 'no-network' }
    const { sentence } = (await response.json().catch(() => ({}))) as { sentence?: string }
    return {
      kind: 'refused',
      sentence: sentence ?? 'Dit lukte niet. Ververs de bladzijde en probeer het opnieuw.',
    }
  } catch {
    return { kind: 'no-network' }
  }
}
