import type { TestPortal } from './portal.ts'

/** A browser without a screen: asks the portal as it is served, follows nothing by itself, and keeps its cookies. */
export class Visitor {
  readonly cookies = new Map<string, string>()
  private readonly portal: TestPortal

  constructor(portal: TestPortal) {
    this.portal = portal
  }

  async get(path: string): Promise<Response> {
    return this.keepCookies(await this.portal.get(path, this.headers()))
  }

  async post(path: string, fields: Record<string, string> = {}): Promise<Response> {
    return this.keepCookies(await this.portal.post(path, fields, this.headers()))
  }

  private headers(): Record<string, string> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    return cookie ? { Cookie: cookie } : {}
  }

  private keepCookies(response: Response): Response {
    for (const header of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(header) ?? []
      if (!name) continue
      if (value) this.cookies.set(name, value)
      else this.cookies.delete(name)
    }
    return response
  }
}
