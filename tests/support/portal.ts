import type { AddressInfo } from 'node:net'
import { pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import { startSession } from '#app/platform/authentication/session.server.ts'
import { environment } from '#app/platform/environment.server.ts'
import { listen } from '#app/platform/http/announcements.server.ts'
import { type Assets, loadAssets } from '#app/platform/http/assets.server.ts'
import { createPortal } from '#app/platform/http/portal.server.ts'
import { visitorPages } from '#app/platform/http/visitor-pages.server.ts'
import { test as databaseTest } from './database.ts'

/** Somebody at the portal. Redirects are not followed. */
export type Visitor = {
  get: (path: string, headers?: HeadersInit) => Promise<Response>
  /** Posts a form as a page of the portal would. */
  post: (path: string, form?: Record<string, string> | FormData, headers?: HeadersInit) => Promise<Response>
  fetch: (path: string, init?: RequestInit) => Promise<Response>
}

export type TestPortal = Visitor & {
  origin: string
  /** The same portal for somebody who has logged in; whatever cookie they are given, they keep the one they have. */
  as: (personId: number) => Promise<Visitor>
  /** The same portal for somebody who comes in with nothing, and keeps the cookies they are given as a browser does. */
  visit: () => Visitor & { cookies: ReadonlyMap<string, string> }
  /** How many pages are kept as finished HTML. */
  kept: () => number
}

let build: Promise<ServerBuild> | undefined
let assets: Promise<Assets> | undefined

/** `test` with a database and, in front of it, the portal as it is served: the build, behind the front. */
export const test = databaseTest.extend<{ portal: TestPortal }>({
  portal: async ({ connection }, use) => {
    build ??= import(/* @vite-ignore */ pathToFileURL('build/server/index.js').href)
    assets ??= loadAssets('build/client')
    const listener = listen(connection.connectionString, 'visitor_pages', () => pages.forget())
    const pages = visitorPages({ secure: false, isFresh: listener.isListening })
    const server = createPortal({
      environment: environment(),
      db: connection.db,
      build: await build,
      assets: await assets,
      visitorPages: pages,
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    while (!listener.isListening()) await new Promise((done) => setTimeout(done, 5))
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    await use({
      ...visitor(origin, sender(origin)),
      origin,
      kept: pages.size,
      async as(personId) {
        const cookie = await startSession(connection.db, new Request(origin), personId)
        return visitor(origin, sender(origin, cookie.split(';', 1)[0]))
      },
      visit() {
        const cookies = new Map<string, string>()
        return { ...visitor(origin, keepingCookies(origin, cookies)), cookies }
      },
    })
    await listener.stop()
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  },
})

type Send = Visitor['fetch']

function sender(origin: string, cookie?: string): Send {
  return (path, init = {}) => {
    const headers = new Headers(init.headers)
    if (cookie && !headers.has('Cookie')) headers.set('Cookie', cookie)
    return fetch(origin + path, { redirect: 'manual', ...init, headers })
  }
}

function keepingCookies(origin: string, cookies: Map<string, string>): Send {
  return async (path, init) => {
    const sent = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await sender(origin, sent)(path, init)
    for (const header of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(header) ?? []
      if (!name) continue
      if (value) cookies.set(name, value)
      else cookies.delete(name)
    }
    return response
  }
}

function visitor(origin: string, send: Send): Visitor {
  return {
    fetch: send,
    get: (path, headers = {}) => send(path, { headers }),
    post: (path, form = {}, headers = {}) =>
      send(path, {
        method: 'POST',
        body: form instanceof FormData ? form : new URLSearchParams(form),
        headers: { Origin: origin, ...Object.fromEntries(new Headers(headers)) },
      }),
  }
}
