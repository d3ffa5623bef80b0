import { redirect } from '@remix-run/node'
import { findActor } from '#app/access/actor-queries.server.ts'
import { landingPath } from '#app/features/people/landing.ts'
import { paths } from '#app/paths.ts'
import { startSession } from '#app/platform/authentication/session.server.ts'
import { type Notice, noticeCookie } from '#app/platform/notices.server.ts'
import { ownPath } from '#app/platform/own-path.ts'
import { database } from '#db/client.server.ts'

/** Logs the person in and goes on: to the page they came for (`?verder=`), else to where their work is. */
export async function logIn(request: Request, personId: number, notice?: Notice): Promise<Response> {
  const actor = await findActor(database(), personId)
  if (!actor) return redirect(paths.login(), { status: 303 })
  const headers = new Headers({ 'Set-Cookie': await startSession(database(), request, personId) })
  if (notice) headers.append('Set-Cookie', await noticeCookie(notice))
  const onward = ownPath(new URL(request.url).searchParams.get('verder'))
  return redirect(onward ?? landingPath(actor), { status: 303, headers })
}
