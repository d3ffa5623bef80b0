import type { IncomingMessage } from 'node:http'

/** Something about a request that is answered before any page sees it. */
export class RefusedRequest extends Error {
  override name = 'RefusedRequest'
  readonly status: 400 | 403 | 405 | 408 | 413 | 503
  constructor(status: 400 | 403 | 405 | 408 | 413 | 503) {
    super(`refused: ${status}`)
    this.status = status
  }
}

const readingMethods = new Set(['GET', 'HEAD', 'OPTIONS'])
const changingMethods = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

/** The address a request is for, as the browser sees it. Refuses what no browser sends. */
export function addressOf(req: IncomingMessage, settings: { baseUrl: string; trustProxy: number }): URL {
  const target = req.url ?? '/'
  // A zero byte fits in an address, and nowhere in the database.
  if (!target.startsWith('/') || /%00/i.test(target)) throw new RefusedRequest(400)
  try {
    decodeURIComponent(target.split('?', 1)[0] ?? '')
    return new URL(ownOrigin(req, settings) + target)
  } catch {
    throw new RefusedRequest(400)
  }
}

/**
 * The origin by which this request came. Behind a proxy, and at the host of BASE_URL, that is BASE_URL;
 * `X-Forwarded-Host` is believed from nobody.
 */
function ownOrigin(
  req: IncomingMessage,
  { baseUrl, trustProxy }: { baseUrl: string; trustProxy: number },
): string {
  const host = req.headers.host
  if (!host || trustProxy > 0 || host === new URL(baseUrl).host) return baseUrl
  if (!/^([\w.-]+|\[[\da-f:.]+\])(:\d{1,5})?$/i.test(host)) throw new RefusedRequest(400)
  return `http://${host}`
}

/**
 * Refuses what another site made the browser send. Remix looks too, but lets a request without `Origin` pass, and one
 * with `?_data=`, which nothing here sends.
 */
export function refuseForeign(req: IncomingMessage, address: URL): void {
  if (address.searchParams.has('_data')) throw new RefusedRequest(400)
  const method = req.method ?? 'GET'
  if (readingMethods.has(method)) return
  if (!changingMethods.has(method)) throw new RefusedRequest(405)
  if (isOneClickLeave(req, address)) return
  const site = req.headers['sec-fetch-site']
  const isOwn = site === undefined ? req.headers.origin === address.origin : site === 'same-origin'
  if (!isOwn) throw new RefusedRequest(403)
}

/**
 * A mail provider that leaves a sort of mail for its reader (RFC 8058) is no browser: it has no page to come from. Its
 * post comes through to that one address, where the sealed link is the only permission; a browser's post never does
 * this way, because it says where it comes from.
 */
function isOneClickLeave(req: IncomingMessage, address: URL): boolean {
  const { origin, cookie } = req.headers
  return (
    req.method === 'POST' &&
    origin === undefined &&
    cookie === undefined &&
    req.headers['sec-fetch-site'] === undefined &&
    address.search === '' &&
    /^\/mail-afmelden\/[\w.-]{1,200}$/.test(address.pathname) &&
    !address.pathname.endsWith('.data')
  )
}

/**
 * By what a network is counted: an IPv4 address, or the half of an IPv6 address that its owner was given. Of the other
 * half anybody at home has a whole world to choose from.
 */
export function networkOf(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1]
  if (mapped) return mapped
  if (!ip.includes(':')) return ip
  const [left = [], right = []] = (ip.split('%', 1)[0] ?? '')
    .split('::', 2)
    .map((half) => (half === '' ? [] : half.toLowerCase().split(':')))
  const zeros = Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0')
  return `${[...left, ...zeros, ...right].slice(0, 4).join(':')}::/64`
}

const megabyte = 1024 * 1024
/** Where files come in, with the size of a whole form: only there, and only from who has logged in, may a body be large. */
const takesFiles = [
  // Hand-outs and imports.
  { pages: /^\/(beheer|lesgeven)(\/|\.data$)/, mostBytes: 30 * megabyte },
  // Scans and photos of papers.
  {
    pages: /^\/mijn\/(dossier\/nieuw|dossier\/\d+\/wijzigen|uren\/nieuw)(\/|\.data)?$/,
    mostBytes: 16 * megabyte,
  },
]

async function bodyLimit(
  req: IncomingMessage,
  address: URL,
  isLoggedIn: () => Promise<boolean>,
): Promise<number> {
  const isUpload = req.headers['content-type']?.startsWith('multipart/form-data') ?? false
  const taken = isUpload && takesFiles.find(({ pages }) => pages.test(address.pathname))
  return taken && (await isLoggedIn()) ? taken.mostBytes : megabyte
}

/**
 * The whole body, before anything is done with it: a connection that closes halfway has changed nothing, and a body
 * that turns out too large is refused as such.
 */
export async function readBody(
  req: IncomingMessage,
  address: URL,
  isLoggedIn: () => Promise<boolean>,
): Promise<Buffer<ArrayBuffer>> {
  const limit = await bodyLimit(req, address, isLoggedIn)
  // It may be gone already, and says so only once.
  if (req.destroyed) throw new RefusedRequest(400)
  if (Number(req.headers['content-length'] ?? 0) > limit) throw new RefusedRequest(413)
  const body = await collect(req, limit)
  const isForm = req.headers['content-type']?.startsWith('application/x-www-form-urlencoded')
  if (isForm && (body.includes('%00') || body.includes(0))) throw new RefusedRequest(400)
  return body
}

// By hand: to leave a `for await` halfway closes the connection, and then nobody hears why.
function collect(req: IncomingMessage, limit: number): Promise<Buffer<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let length = 0
    req.on('data', (chunk: Buffer) => {
      length += chunk.length
      if (length <= limit) chunks.push(chunk)
      else reject(new RefusedRequest(413))
    })
    req.on('end', () => resolve(Buffer.concat(chunks, Math.min(length, limit))))
    req.on('error', reject)
    req.on('close', () => reject(new RefusedRequest(400)))
  })
}
