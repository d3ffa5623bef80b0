import { randomBytes } from 'node:crypto'
import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { renderToString } from 'react-dom/server'
import { ErrorNumberContext } from '#app/platform/error-number.ts'
import { loggablePath } from '#app/platform/loggable-path.ts'
import { NonceContext } from '#app/platform/nonce.ts'

/**
 * Renders a page whole before it is sent: pages are small, and a whole page can say its length, be kept and be
 * compressed once. A page that fails while rendering becomes an error page, never half a page.
 */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { nonce, errorNumber }: AppLoadContext,
): Promise<Response> {
  await readHandoff(remixContext)
  const page = renderToString(
    <NonceContext.Provider value={nonce}>
      <ErrorNumberContext.Provider value={errorNumber}>
        <RemixServer context={remixContext} url={request.url} nonce={nonce} />
      </ErrorNumberContext.Provider>
    </NonceContext.Provider>,
  )
  headers.set('Content-Type', 'text/html; charset=utf-8')
  // As bytes: of a text this long, Response would first look at every letter.
  return new Response(Buffer.from(`<!DOCTYPE html>${page}`), { status, headers })
}

/**
 * Reads what a page hands to its scripts before the page is rendered, where Remix would read it while rendering and
 * have React wait. Then a page can be rendered in one go, which takes a third less than rendering in pieces.
 */
async function readHandoff({ serverHandoffStream, renderMeta }: EntryContext): Promise<void> {
  if (!serverHandoffStream || !renderMeta) return
  const reader = serverHandoffStream.getReader()
  const decoder = new TextDecoder()
  let value = ''
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    value += decoder.decode(part.value, { stream: true })
  }
  reader.releaseLock()
  const read = (result: { done: boolean; value: string }) =>
    Object.assign(Promise.resolve(), { result, error: undefined })
  renderMeta.streamCache = [read({ done: false, value }), read({ done: true, value: '' })]
}

/** A bug: the person sees a number, the log has the same number with what went wrong, and nothing personal. */
export function handleError(error: unknown, args: LoaderFunctionArgs | ActionFunctionArgs): void {
  const { request, context } = args
  if (request.signal.aborted) return
  context.errorNumber ??= randomBytes(4).toString('hex')
  const { pathname } = new URL(request.url)
  console.error(
    `error ${context.errorNumber} ${request.method} ${loggablePath(pathname)}\n${error instanceof Error ? error.stack : String(error)}`,
  )
}
