import { createCookie, redirect } from '@remix-run/node'
import { database } from '#db/client.server.ts'
import { environment } from './environment.server.ts'
import { theRegion } from './region.server.ts'
import { seal, unseal } from './signing.server.ts'

/** What just happened, told once at the top of the next page. */
export type Notice = {
  kind: 'ok' | 'info' | 'warn' | 'stop'
  text: string
  /** In a demo: the mail that this act sent, to be read without a login. */
  mailId?: number
}

const cookie = () =>
  createCookie('melding', {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    maxAge: 120,
    secure: environment().baseUrl.startsWith('https:'),
  })

export async function noticeCookie(notice: Notice): Promise<string> {
  // Outside a demo the cookie must not tell whether a mail went out: that would say whose address is known.
  const { demo } = await theRegion(database())
  const told = demo ? notice : { kind: notice.kind, text: notice.text }
  return cookie().serialize(seal('notice', JSON.stringify(told)))
}

/** Redirects (303) to `path`, where the notice is shown. `headers` may set more cookies. */
export async function redirectWithNotice(
  path: string,
  notice: Notice | string,
  headers: Headers = new Headers(),
): Promise<Response> {
  const told: Notice = typeof notice === 'string' ? { kind: 'ok', text: notice } : notice
  headers.append('Set-Cookie', await noticeCookie(told))
  return redirect(path, { status: 303, headers })
}

/** The notice this request brings, and the cookie that makes it be told only once. */
export async function readNotice(request: Request): Promise<{ notice: Notice | null; clear: string | null }> {
  const header = request.headers.get('Cookie')
  if (!header?.includes('melding=')) return { notice: null, clear: null }
  const sealed: unknown = await cookie().parse(header)
  const value = typeof sealed === 'string' ? unseal('notice', sealed) : undefined
  return {
    notice: value === undefined ? null : (JSON.parse(value) as Notice),
    clear: await cookie().serialize('', { maxAge: 0 }),
  }
}

/** The address at which anyone can read one mail of a demo. */
export function demoMailPath(mailId: number): string {
  return `/demo/mail/${seal('demo-mail', String(mailId))}`
}
