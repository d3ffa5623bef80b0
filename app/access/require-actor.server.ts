import { type AppLoadContext, redirect } from '@remix-run/node'
import { readSession, type Session } from '#app/platform/authentication/session.server.ts'
import { database } from '#db/client.server.ts'
import type { Actor } from './actor.ts'
import { findActor } from './actor-queries.server.ts'

type RequestArgs = { request: Request; context: AppLoadContext }

// Every loader of a page asks who is there: one answer for the whole request.
const known = new WeakMap<AppLoadContext, Promise<Login | undefined>>()

export type Login = { session: Session; actor: Actor }

/** The login this request comes with and who it is, or undefined for a visitor. */
export function currentLogin({ request, context }: RequestArgs): Promise<Login | undefined> {
  let login = known.get(context)
  if (!login) {
    login = findLogin(request)
    known.set(context, login)
  }
  return login
}

async function findLogin(request: Request): Promise<Login | undefined> {
  const session = await readSession(database(), request)
  const actor = session && (await findActor(database(), session.personId))
  return session && actor ? { session, actor } : undefined
}

/** Who is logged in, or undefined for a visitor. */
export async function currentActor(args: RequestArgs): Promise<Actor | undefined> {
  return (await currentLogin(args))?.actor
}

/** Who is logged in. A visitor is sent to the login page, and comes back here afterwards. */
export async function requireActor(args: RequestArgs): Promise<Actor> {
  return (await requireLogin(args)).actor
}

/** The same, with the login itself, for the page that lists one's logins. */
export async function requireLogin(args: RequestArgs): Promise<Login> {
  const login = await currentLogin(args)
  if (login) return login
  const { pathname, search } = new URL(args.request.url)
  const page = pathname.replace(/\.data$/, '').replace(/^\/_root$/, '/')
  const query = new URLSearchParams(search)
  query.delete('_routes')
  const rest = query.size > 0 ? `?${query}` : ''
  // A form that came after the login had ended: the login page says so, and the browser still has what was typed.
  const away = args.request.method === 'GET' ? '' : '&weg=1'
  throw redirect(`/inloggen?verder=${encodeURIComponent(page + rest)}${away}`)
}
