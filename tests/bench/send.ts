import { request } from 'node:http'
import type { Running } from './servers.ts'

export type Answer = {
  ms: number
  text: string
  location: string | undefined
  /** What it has the browser keep, as the browser sends it back. */
  cookies: string[]
}

/** One request as a browser of the portal sends it; an answer in the 400s or 500s ends the benchmark. */
export function send(
  portal: Running,
  path: string,
  headers: Record<string, string>,
  body?: string | Buffer,
  type = 'application/x-www-form-urlencoded',
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const started = performance.now()
    const outgoing = request(portal.url + path, {
      method: body === undefined ? 'GET' : 'POST',
      agent: false,
      headers: {
        ...headers,
        'Accept-Encoding': 'identity',
        Origin: portal.url,
        ...(body !== undefined && { 'Content-Type': type, 'Content-Length': Buffer.byteLength(body) }),
      },
    })
    outgoing.on('response', (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk) => chunks.push(chunk))
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString()
        const status = response.statusCode ?? 0
        const { location, 'set-cookie': kept = [] } = response.headers
        const cookies = kept.map((cookie) => cookie.split(';', 1)[0] ?? '')
        if (status < 400) resolve({ ms: performance.now() - started, text, location, cookies })
        else reject(new Error(`${path} answered with ${status}: ${saidOn(text)}`))
      })
      response.on('error', reject)
    })
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}

/** What a page refuses with, or else how it begins. */
function saidOn(page: string): string {
  const alert = /role="alert"[^>]*>([\s\S]{0,1000})/.exec(page)?.[1] ?? page
  return alert
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, 300)
}
