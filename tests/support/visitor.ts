import { createRequestHandler, type ServerBuild } from '@remix-run/node'

/**
 * A browser without a screen: sends requests to the pages as built, follows nothing by itself, and keeps its cookies.
 * The guard and the headers in front of the pages are not here; they have tests of their own.
 */
export class Visitor {
  readonly cookies = new Map<string, string>()
  readonly networkAddress: string
  readonly userAgent: string

  constructor({ networkAddress = '192.0.2.1', userAgent = 'Mozilla/5.0 (X11; Linux) Firefox/140.0' } = {}) {
    this.networkAddress = networkAddress
    this.userAgent = userAgent
  }

  get(path: string): Promise<Response> {
    return this.send(new Request(address(path), { headers: this.headers() }))
  }

  post(path: string, fields: Record<string, string> = {}): Promise<Response> {
    const body = new URLSearchParams(fields)
    return this.send(new Request(address(path), { method: 'POST', headers: this.headers(), body }))
  }

  private headers(): Headers {
    const headers = new Headers({ 'User-Agent': this.userAgent })
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    if (cookie) headers.set('Cookie', cookie)
    return headers
  }

  private async send(request: Request): Promise<Response> {
    const handle = await handler()
    const response = await handle(request, { nonce: 'test', networkAddress: this.networkAddress })
    for (const header of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(header) ?? []
      if (!name) continue
      if (value) this.cookies.set(name, value)
      else this.cookies.delete(name)
    }
    return response
  }
}

const address = (path: string) => new URL(path, 'http://localhost:3000')

let handling: Promise<ReturnType<typeof createRequestHandler>> | undefined

function handler() {
  handling ??= import(new URL('../../build/server/index.js', import.meta.url).href).then(
    (build: ServerBuild) => createRequestHandler(build, 'production'),
  )
  return handling
}
