import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { createRequestHandler, type ServerBuild } from '@remix-run/node'
import { isLoggedIn } from '#app/platform/authentication/session.server.ts'
import { visitorPageHeader } from '#app/platform/visitor-page.server.ts'
import type { Db } from '#db/client.server.ts'
import { acceptedEncoding, compress } from './compress.ts'
import { readBody, refuseForeign } from './incoming.ts'
import { routeHandlers } from './route-handlers.server.ts'
import { setSecurityHeaders } from './security-headers.ts'
import type { VisitorPages } from './visitor-pages.server.ts'

type Settings = {
  build: ServerBuild | (() => Promise<ServerBuild>)
  db: Db
  secure: boolean
  development: boolean
  visitorPages: VisitorPages | undefined
}

/** Lets Remix answer: what stands between its `Request` and `Response` and the ones of Node. */
export function pageHandler({ build, db, secure, development, visitorPages }: Settings) {
  const handlerFor =
    typeof build === 'function' ? always(createRequestHandler(build, 'development')) : routeHandlers(build)

  return async (req: IncomingMessage, res: ServerResponse, address: URL, networkAddress: string) => {
    refuseForeign(req, address)
    if (req.method === 'OPTIONS') {
      res.writeHead(204, { Allow: 'GET, HEAD, POST, OPTIONS' }).end()
      return
    }
    const hasBody = req.method !== 'GET' && req.method !== 'HEAD'
    const body = hasBody ? await readBody(req, address, () => isLoggedIn(db, req.headers.cookie)) : undefined
    const gone = new AbortController()
    res.on('close', () => {
      if (!res.writableFinished) gone.abort()
    })
    const request = new Request(address, {
      method: req.method ?? 'GET',
      headers: headersFor(req, address),
      body,
      signal: gone.signal,
    })
    const nonce = randomBytes(16).toString('base64')
    const madeAt = visitorPages?.generation() ?? 0
    const response = await handlerFor(address)(request, { nonce, networkAddress })
    if (res.destroyed) return

    setSecurityHeaders(res, { secure, nonce, development })
    const isForVisitors = response.headers.get(visitorPageHeader) === '1'
    copyHeaders(response, res)
    if (!res.hasHeader('Cache-Control')) {
      // Without a login a page can be personal too: the one behind a mailed link.
      const isForAll = isForVisitors && !req.headers.cookie
      res.setHeader('Cache-Control', isForAll ? 'no-cache' : 'private, no-store')
    }
    const type = response.headers.get('Content-Type') ?? ''
    if (!response.body || !isText(type)) return sendStream(response, res)

    const page = Buffer.from(await response.arrayBuffer())
    if (isForVisitors && response.status === 200 && req.method === 'GET' && !res.hasHeader('Set-Cookie')) {
      visitorPages?.keep(req, page, type, nonce, madeAt)
    }
    await sendPage(req, res, response.status, page)
  }
}

const always =
  <T>(value: T) =>
  () =>
    value

/** Only what the browser itself said: whatever a proxy adds was read, or not believed, before. */
function headersFor(req: IncomingMessage, address: URL): Headers {
  const headers = new Headers()
  for (const [name, values] of Object.entries(req.headersDistinct)) {
    if (name.startsWith('x-forwarded-') || name === 'forwarded' || name === 'origin' || name === 'host')
      continue
    for (const value of values ?? []) headers.append(name, value)
  }
  headers.set('Host', address.host)
  return headers
}

function copyHeaders(response: Response, res: ServerResponse): void {
  for (const [name, value] of response.headers) {
    if (name !== 'set-cookie' && name !== visitorPageHeader.toLowerCase()) res.setHeader(name, value)
  }
  const cookies = response.headers.getSetCookie()
  if (cookies.length > 0) res.setHeader('Set-Cookie', cookies)
}

const isText = (type: string) => /^(text\/(?!event-stream)|application\/(json|javascript|xml))/.test(type)

async function sendPage(
  req: IncomingMessage,
  res: ServerResponse,
  status: number,
  page: Buffer,
): Promise<void> {
  const encoding = page.length > 1024 ? acceptedEncoding(req.headers['accept-encoding']) : undefined
  const body = encoding && !res.hasHeader('Content-Encoding') ? await compress(page, encoding, 'once') : page
  if (body !== page && encoding) res.setHeader('Content-Encoding', encoding)
  const vary = res.getHeader('Vary')
  res.setHeader('Vary', vary ? `${vary}, Accept-Encoding, Cookie` : 'Accept-Encoding, Cookie')
  res.setHeader('Content-Length', body.length)
  res.writeHead(status).end(body)
}

async function sendStream(response: Response, res: ServerResponse): Promise<void> {
  res.writeHead(response.status)
  if (!response.body) {
    res.end()
    return
  }
  // A reader who leaves halfway is no error of ours.
  await pipeline(Readable.fromWeb(response.body as ReadableStream), res).catch(() => {})
}
