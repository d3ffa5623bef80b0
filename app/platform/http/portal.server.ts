import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { ServerBuild } from '@remix-run/node'
import express, { type NextFunction, type Request, type Response } from 'express'
import type { Environment } from '#app/platform/environment.server.ts'
import { loggablePath } from '#app/platform/loggable-path.ts'
import type { Db } from '#db/client.server.ts'
import { isMigrated } from '#db/migrate.ts'
import type { Assets } from './assets.server.ts'
import { addressOf, networkOf, RefusedRequest } from './incoming.ts'
import { pageHandler } from './pages.server.ts'
import { sendPlainPage } from './plain-page.ts'
import { setSecurityHeaders } from './security-headers.ts'
import type { VisitorPages } from './visitor-pages.server.ts'

export type PortalSettings = {
  environment: Pick<Environment, 'baseUrl' | 'trustProxy'>
  db: Db
  /** What `remix vite:build` made, or how the development server makes it anew. */
  build: ServerBuild | (() => Promise<ServerBuild>)
  assets?: Assets
  visitorPages?: VisitorPages
  /** The development server's own files and changes. */
  developmentFiles?: express.Handler
}

/** The portal as a server that is not listening yet: the front that every request passes, and the pages behind it. */
export function createPortal(settings: PortalSettings): Server {
  const app = createFront(settings)
  const { assets, visitorPages } = settings
  const server = createServer((req: IncomingMessage, res: ServerResponse) => {
    // What is ready to be sent is sent before anything else is asked.
    if (assets?.answer(req, res) || visitorPages?.answer(req, res)) return
    app(req, res)
  })
  server.headersTimeout = 20_000
  server.requestTimeout = 120_000
  server.keepAliveTimeout = 65_000
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return
    const status =
      error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? '408 Request Timeout'
        : error.code === 'HPE_HEADER_OVERFLOW'
          ? '431 Request Header Fields Too Large'
          : '400 Bad Request'
    socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
  })
  return server
}

function createFront({
  environment,
  db,
  build,
  visitorPages,
  developmentFiles,
}: PortalSettings): express.Express {
  const secure = environment.baseUrl.startsWith('https:')
  const development = developmentFiles !== undefined
  const answerPage = pageHandler({ build, db, secure, development, visitorPages })

  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.set('query parser', false)
  app.set('trust proxy', environment.trustProxy)

  app.use((_req, res, next) => {
    setSecurityHeaders(res, { secure, development })
    next()
  })
  app.get('/health', (_req, res) => sendWord(res, 200, 'ok'))
  app.get('/ready', async (_req, res) => {
    const ready = await isReady(db)
    sendWord(res, ready ? 200 : 503, ready ? 'ready' : 'not ready')
  })
  if (developmentFiles) app.use(developmentFiles)
  app.use(async (req, res, next) => {
    const started = performance.now()
    res.on('finish', () => {
      if (res.statusCode < 500) return
      const path = loggablePath(req.originalUrl.split('?', 1)[0] ?? '')
      console.error(`${res.statusCode} ${req.method} ${path} ${Math.round(performance.now() - started)} ms`)
    })
    try {
      await answerPage(req, res, addressOf(req, environment), networkOf(req.ip ?? ''))
    } catch (error) {
      next(error)
    }
  })
  app.use((error: unknown, req: Request, res: Response, _next: NextFunction) => {
    if (req.destroyed && !req.complete) return
    if (error instanceof RefusedRequest) {
      // The rest of a body that is too large is let through unread, so that the browser hears the answer.
      if (!req.complete) {
        res.setHeader('Connection', 'close')
        req.resume()
      }
      sendPlainPage(res, error.status)
      return
    }
    // The stack and no more: the details of a database error quote what people typed.
    console.error(error instanceof Error ? error.stack : String(error))
    sendPlainPage(res, 500)
  })
  return app
}

function sendWord(res: Response, status: number, word: string): void {
  res.setHeader('Cache-Control', 'no-store')
  res.status(status).type('text/plain').send(`${word}\n`)
}

/** Whether pages can be served: the database answers, and has every migration that this code needs. */
async function isReady(db: Db): Promise<boolean> {
  let late: NodeJS.Timeout | undefined
  const patience = new Promise<false>((resolve) => {
    late = setTimeout(() => resolve(false), 3_000)
  })
  try {
    return await Promise.race([isMigrated(db), patience])
  } catch {
    return false
  } finally {
    clearTimeout(late)
  }
}
