import { type MouseEvent, useState } from 'react'
import { formatMoment } from '#app/ui/format.ts'
import { changeSentence, type HistoryItem } from '../attendance-texts.ts'
import styles from './roster.module.css'

type Loaded = HistoryItem[] | 'loading' | 'failed' | null

/** Who changed what and when: asked for only by who opens it; without script it is a page of its own. */
export function RowHistory({ url, live }: { url: string; live: boolean }) {
  const [lines, setLines] = useState<Loaded>(null)
  const load = async (event: MouseEvent) => {
    event.preventDefault()
    setLines('loading')
    try {
      const response = await fetch(url.replace('?', '.json?'), { signal: AbortSignal.timeout(15_000) })
      setLines(response.ok ? ((await response.json()) as { lines: HistoryItem[] }).lines : 'failed')
    } catch {
      setLines('failed')
    }
  }
  return (
    <div className={styles.history}>
      <a href={url} onClick={live ? load : undefined}>
        Wie vulde dit in?
      </a>
      {lines !== null && (
        <div role="status">
          {lines === 'loading' && <p>Even geduld…</p>}
          {lines === 'failed' && <p>Dit kan nu niet worden opgehaald. Heb je verbinding?</p>}
          {Array.isArray(lines) && lines.length === 0 && <p>Er is nog niets ingevuld.</p>}
          {Array.isArray(lines) && (
            <ul>
              {lines.map((line) => (
                <li key={line.id}>
                  {formatMoment(new Date(line.recordedAt))}: {changeSentence(line)}
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </div>
  )
}
