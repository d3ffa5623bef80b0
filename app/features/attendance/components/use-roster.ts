import { useCallback, useEffect, useReducer, useRef, useState } from 'react'
import type { Attendance, Mark } from '../attendance.ts'
import type { RosterRow } from '../roster-queries.server.ts'
import { type Reply, type RosterState, rosterReducer, sendable } from '../roster-state.ts'
import { keepUnsent, readUnsent } from '../unsent-marks.ts'

/** How the sending goes. `closed` and `problem` come with a sentence of the server. */
export type Sending =
  | { kind: 'idle' }
  | { kind: 'sending' }
  | { kind: 'sent'; at: number }
  | { kind: 'waiting'; savedAt: number }
  | { kind: 'logged-out' }
  | { kind: 'problem'; sentence: string }

const pauseMs = 700
const retryMs = 15_000
const timeoutMs = 20_000

/**
 * The roster as it lives on a phone: every tap is kept on the device at once and sent shortly after, together with what
 * could not be sent before. `live` is false until the page is hydrated, and stays so where it may not record.
 */
export function useRoster(
  meeting: { id: number; personId: number; url: string; live: boolean },
  rows: RosterRow[],
) {
  const [state, dispatch] = useReducer(rosterReducer, rows, firstState)
  const [sending, setSending] = useState<Sending>({ kind: 'idle' })
  const [live, setLive] = useState(false)
  const [keeps, setKeeps] = useState(true)
  const latest = useRef(state)
  latest.current = state
  const busy = useRef(false)
  /** What failed to go out once, or was found on the device, is said to have come from a device. */
  const waited = useRef(false)
  const changedAt = useRef(0)
  const { id, personId, url } = meeting

  useEffect(() => {
    if (!meeting.live) return
    const kept = readUnsent(id, personId)
    if (kept) {
      waited.current = true
      dispatch({ kind: 'restore', marks: kept.marks })
    }
    setLive(true)
  }, [meeting.live, id, personId])

  useEffect(() => {
    if (!live) return
    changedAt.current = Date.now()
    setKeeps(keepUnsent(id, personId, { savedAt: changedAt.current, marks: [...state.unsent.values()] }))
  }, [live, id, personId, state.unsent])

  const send = useCallback(async () => {
    const marks = sendable(latest.current)
    if (busy.current || marks.length === 0) return
    busy.current = true
    setSending({ kind: 'sending' })
    const outcome = await post(url, { as: personId, waited: waited.current, marks })
    busy.current = false
    if (outcome.kind === 'reply') {
      waited.current = false
      dispatch({ kind: 'answered', sent: marks, reply: outcome.reply })
      setSending({ kind: 'sent', at: Date.now() })
    } else {
      waited.current = true
      setSending(outcome.kind === 'waiting' ? { kind: 'waiting', savedAt: changedAt.current } : outcome)
    }
  }, [url, personId])

  // A pause after the last tap, so that a row of taps goes out together.
  const due = live && sendable(state).length > 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: every change of what is unsent starts the pause again
  useEffect(() => {
    if (!due) return
    const timer = setTimeout(send, pauseMs)
    return () => clearTimeout(timer)
  }, [due, send, state.unsent, state.conflicts])

  useEffect(() => {
    if (!due) return
    const again = () => void send()
    // On the way out what was just tapped goes along; what could not be sent a moment ago waits.
    const onTurn = () => {
      if (document.visibilityState === 'visible' || !waited.current) again()
    }
    const timer = setInterval(again, retryMs)
    addEventListener('online', again)
    document.addEventListener('visibilitychange', onTurn)
    return () => {
      clearInterval(timer)
      removeEventListener('online', again)
      document.removeEventListener('visibilitychange', onTurn)
    }
  }, [due, send])

  const choose = useCallback(
    (enrolmentId: number, attendance: Attendance) => dispatch({ kind: 'choose', enrolmentId, attendance }),
    [],
  )
  const settle = useCallback(
    (enrolmentId: number, keep: 'mine' | 'theirs') => dispatch({ kind: 'settle', enrolmentId, keep }),
    [],
  )
  const refresh = useCallback(
    (fresh: Pick<RosterRow, 'id' | 'recorded'>[]) => dispatch({ kind: 'refreshed', rows: fresh }),
    [],
  )
  return { state, sending, live, keeps, choose, settle, refresh }
}

function firstState(rows: RosterRow[]): RosterState {
  return {
    known: new Map(rows.map((row) => [row.id, row.recorded])),
    unsent: new Map(),
    conflicts: new Map(),
    refused: new Map(),
  }
}

type Outcome =
  | { kind: 'reply'; reply: Reply }
  | { kind: 'waiting' }
  | { kind: 'logged-out' }
  | { kind: 'problem'; sentence: string }

async function post(url: string, body: { as: number; waited: boolean; marks: Mark[] }): Promise<Outcome> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    })
    if (response.ok) return { kind: 'reply', reply: (await response.json()) as Reply }
    if (response.status === 401 || response.type === 'opaqueredirect') return { kind: 'logged-out' }
    // A server that is being restarted or is too busy: the same as no network.
    if (response.status >= 500 || response.status === 429) return { kind: 'waiting' }
    const answer = (await response.json().catch(() => ({}))) as { sentence?: string }
    return {
      kind: 'problem',
      sentence:
        answer.sentence ?? 'Dit kan niet worden opgeslagen. Ververs de bladzijde en probeer het opnieuw.',
    }
  } catch {
    return { kind: 'waiting' }
  }
}
