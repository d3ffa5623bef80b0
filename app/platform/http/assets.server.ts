import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { glob, readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, relative, sep } from 'node:path'
import { acceptedEncoding, type Encoding } from './compress.ts'

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

type Asset = {
  type: string
  etag: string
  cacheControl: string
  body: Buffer
  encoded: Partial<Record<Encoding, Buffer>>
}

export type Assets = { answer: (req: IncomingMessage, res: ServerResponse) => boolean }

/**
 * What the build made for the browser. It is small and read into memory once: no address can reach another file, and
 * a new build under a running portal takes nothing away from pages that are already open.
 */
export async function loadAssets(folder: string): Promise<Assets> {
  const assets = new Map<string, Asset>()
  for await (const file of glob('**/*.*', { cwd: folder })) {
    const type = types[extname(file)]
    if (!type) continue
    const path = `/${relative('.', file).split(sep).join('/')}`
    const body = await readFile(join(folder, file))
    const encoded: Asset['encoded'] = {}
    for (const [encoding, suffix] of [
      ['br', '.br'],
      ['gzip', '.gz'],
    ] as const) {
      const copy = join(folder, file + suffix)
      if (existsSync(copy)) encoded[encoding] = await readFile(copy)
    }
    assets.set(path, {
      type,
      etag: `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 20)}"`,
      // What stands in /assets has its content in its name.
      cacheControl: path.startsWith('/assets/')
        ? 'public, max-age=31536000, immutable'
        : path.endsWith('-worker.js')
          ? // A worker that stayed behind would keep the pages of an older portal.
            'no-cache'
          : 'public, max-age=3600',
      body,
      encoded,
    })
  }
  return { answer: (req, res) => answer(assets, req, res) }
}

function answer(assets: Map<string, Asset>, req: IncomingMessage, res: ServerResponse): boolean {
  if (req.method !== 'GET' && req.method !== 'HEAD') return false
  const asset = assets.get(req.url?.split('?', 1)[0] ?? '')
  if (!asset) return false
  res.setHeader('Cache-Control', asset.cacheControl)
  res.setHeader('ETag', asset.etag)
  res.setHeader('X-Content-Type-Options', 'nosniff')
  res.setHeader('Cross-Origin-Resource-Policy', 'same-origin')
  if (asset.encoded.br || asset.encoded.gzip) res.setHeader('Vary', 'Accept-Encoding')
  if (req.headers['if-none-match']?.includes(asset.etag)) {
    res.writeHead(304).end()
    return true
  }
  const wanted = acceptedEncoding(req.headers['accept-encoding'])
  const smaller = wanted && asset.encoded[wanted]
  const body = smaller ?? asset.body
  if (smaller) res.setHeader('Content-Encoding', wanted)
  res.setHeader('Content-Type', asset.type)
  res.setHeader('Content-Length', body.length)
  res.writeHead(200).end(req.method === 'HEAD' ? undefined : body)
  return true
}
