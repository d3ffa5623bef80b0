import { createHash } from 'node:crypto'
import { attachment } from '#app/platform/files/content-disposition.ts'
import { visitorPageHeaders } from '#app/platform/visitor-page.server.ts'
import { type Calendar, calendarFile } from './calendar-file.server.ts'

type As =
  /** Somebody's own: kept by nobody else, and asked for again each time. */
  | { kind: 'own' }
  /** The same for everyone; the front may keep it as it keeps visitors' pages. */
  | { kind: 'public' }
  /** Saved under a name. */
  | { kind: 'download'; name: string }

/** Another one when the same meetings are written otherwise than before. */
const writtenAs = '1'

/** A calendar as an answer. Who has it already, and says so, hears that nothing changed. */
export function calendarResponse(request: Request, calendar: Calendar, as: As): Response {
  // The front makes its tag of a kept page from the text, so this does too. Somebody's own calendar is mostly asked
  // for in vain: its tag comes from the meetings, and only who hasn't seen them has the text written.
  const text = as.kind === 'public' ? calendarFile(calendar) : undefined
  const hash = createHash('sha256').update(text ?? writtenAs + JSON.stringify(calendar))
  // Weak, for the bytes differ when they are compressed.
  const etag = `W/"${hash.digest('base64url').slice(0, 20)}"`
  const headers = new Headers({ ETag: etag, 'X-Content-Type-Options': 'nosniff' })
  if (as.kind === 'public')
    for (const [name, value] of Object.entries(visitorPageHeaders())) headers.set(name, value)
  else headers.set('Cache-Control', 'private, no-cache')
  const changes = calendar.events.map(({ changedAt }) => changedAt.getTime())
  if (changes.length > 0) headers.set('Last-Modified', new Date(Math.max(...changes)).toUTCString())
  // Only by its tag: what is taken out of a calendar leaves no later date behind.
  if (isKnown(request.headers.get('If-None-Match'), etag)) return new Response(null, { status: 304, headers })
  headers.set('Content-Type', 'text/calendar; charset=utf-8')
  if (as.kind === 'download') headers.set('Content-Disposition', attachment(as.name))
  return new Response(text ?? calendarFile(calendar), { headers })
}

const isKnown = (known: string | null, etag: string) =>
  known !== null && (known.trim() === '*' || known.split(',').some((one) => plain(one) === plain(etag)))

const plain = (tag: string) => tag.trim().replace(/^W\//, '')
