import { randomBytes } from 'node:crypto'
import { PassThrough } from 'node:stream'
import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { renderToPipeableStream } from 'react-dom/server'
import { ErrorNumberContext } from '#app/platform/error-number.ts'
import { NonceContext } from '#app/platform/nonce.ts'

/**
 * Renders a page whole before it is sent: pages are small, and a whole page can say its length, be kept and be
 * compressed once. A page that fails while rendering becomes an error page, never half a page.
 */
export default function handleRequest(
  _request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { nonce, errorNumber }: AppLoadContext,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const { pipe } = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <ErrorNumberContext.Provider value={errorNumber}>
          <RemixServer context={remixContext} url={_request.url} nonce={nonce} />
        </ErrorNumberContext.Provider>
      </NonceContext.Provider>,
      {
        nonce,
        onAllReady() {
          const chunks: Buffer[] = []
          const body = new PassThrough()
          body.on('data', (chunk: Buffer) => chunks.push(chunk))
          body.on('end', () => {
            headers.set('Content-Type', 'text/html; charset=utf-8')
            resolve(new Response(Buffer.concat(chunks), { status, headers }))
          })
          body.on('error', reject)
          pipe(body)
        },
        onShellError: reject,
        onError: reject,
      },
    )
  })
}

/** A bug: the person sees a number, the log has the same number with what went wrong, and nothing personal. */
export function handleError(error: unknown, args: LoaderFunctionArgs | ActionFunctionArgs): void {
  const { request, context } = args
  if (request.signal.aborted) return
  context.errorNumber ??= randomBytes(4).toString('hex')
  const { pathname } = new URL(request.url)
  console.error(
    `error ${context.errorNumber} ${request.method} ${pathname}\n${error instanceof Error ? error.stack : String(error)}`,
  )
}
