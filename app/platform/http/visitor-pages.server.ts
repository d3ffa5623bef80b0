import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { acceptedEncoding, compress, type Encoding } from './compress.ts'
import { setSecurityHeaders } from './security-headers.ts'

type Page = {
  etag: string
  type: string
  keptAt: number
  body: Buffer
  encoded: Partial<Record<Encoding, Promise<Buffer>>>
}

export type VisitorPages = ReturnType<typeof visitorPages>

const mostPages = 500
const mostBytes = 50 * 1024 * 1024
/** Pages say how many days something is away: a kept page may be this much behind the clock. */
const keepForMs = 60_000

/**
 * Visitors' pages as finished HTML, kept until something they are made from changes. A page is kept only when it is
 * the same for everyone: asked without any cookie, and free of the nonce of its response.
 * `isFresh` says whether changes are being heard; while they are not, nothing is kept or served.
 */
export function visitorPages(settings: { secure: boolean; isFresh: () => boolean; now?: () => number }) {
  const now = settings.now ?? Date.now
  const pages = new Map<string, Page>()
  let bytes = 0
  let generation = 0

  function drop(key: string, page: Page): void {
    if (pages.delete(key)) bytes -= page.body.length
  }

  function find(key: string): Page | undefined {
    const page = pages.get(key)
    if (!page) return undefined
    if (now() - page.keptAt > keepForMs) {
      drop(key, page)
      return undefined
    }
    // Last in the map: the first is the one that was asked for longest ago.
    pages.delete(key)
    pages.set(key, page)
    return page
  }

  return {
    /** Something changed: what was kept no longer holds, nor does what is being made at this moment. */
    forget(): void {
      generation++
      pages.clear()
      bytes = 0
    },

    /** Grows with every change. A page is kept only when it stayed the same while the page was made. */
    generation: () => generation,

    size: () => pages.size,

    /** Answers from what is kept; false when this page must be made. */
    answer(req: IncomingMessage, res: ServerResponse): boolean {
      if (!settings.isFresh()) return false
      const key = keyOf(req)
      const page = key === undefined ? undefined : find(key)
      if (!page) return false
      send(page, req, res, settings.secure)
      return true
    },

    /** Keeps a page that was made when `madeAt` was the generation. */
    keep(req: IncomingMessage, body: Buffer, type: string, nonce: string, madeAt: number): void {
      const key = keyOf(req)
      if (key === undefined || madeAt !== generation || !settings.isFresh() || body.includes(nonce)) return
      const old = pages.get(key)
      if (old) drop(key, old)
      const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 20)}"`
      pages.set(key, { etag, type, keptAt: now(), body, encoded: {} })
      bytes += body.length
      for (const [oldest, page] of pages) {
        if (pages.size <= mostPages && bytes <= mostBytes) break
        drop(oldest, page)
      }
    },
  }
}

/** By what a page is known: host, path and query, in which the order of different names says nothing. */
function keyOf(req: IncomingMessage): string | undefined {
  const { method, url = '/', headers } = req
  if ((method !== 'GET' && method !== 'HEAD') || headers.cookie !== undefined || url.length > 500)
    return undefined
  const at = url.indexOf('?')
  if (at < 0) return `${headers.host} ${url}`
  const query = url.slice(at + 1).split('&')
  query.sort((one, other) => compare(nameOf(one), nameOf(other)))
  return `${headers.host} ${url.slice(0, at)}?${query.join('&')}`
}

const nameOf = (pair: string) => pair.split('=', 1)[0] ?? ''
const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)

async function send(page: Page, req: IncomingMessage, res: ServerResponse, secure: boolean): Promise<void> {
  setSecurityHeaders(res, { secure })
  res.setHeader('Cache-Control', 'no-cache')
  res.setHeader('Vary', 'Accept-Encoding, Cookie')
  res.setHeader('ETag', page.etag)
  if (req.headers['if-none-match']?.includes(page.etag)) {
    res.writeHead(304).end()
    return
  }
  const encoding = acceptedEncoding(req.headers['accept-encoding'])
  let body = page.body
  if (encoding) {
    // Compressed when first asked for so, by whoever asks first, and once.
    page.encoded[encoding] ??= compress(page.body, encoding, 'kept')
    body = await page.encoded[encoding]
    res.setHeader('Content-Encoding', encoding)
  }
  res.setHeader('Content-Type', page.type)
  res.setHeader('Content-Length', body.length)
  res.writeHead(200).end(req.method === 'HEAD' ? undefined : body)
}
