import type { ActionFunctionArgs } from '@remix-run/node'
import { paths } from '#app/paths.ts'
import { endSession } from '#app/platform/authentication/session.server.ts'
import { redirectWithNotice } from '#app/platform/notices.server.ts'
import { notFound } from '#app/platform/refusal.ts'
import { database } from '#db/client.server.ts'

/** Logging out is an act: the address alone, opened, does nothing. */
export function loader(): never {
  throw notFound()
}

export async function action({ request }: ActionFunctionArgs) {
  const headers = new Headers({ 'Set-Cookie': await endSession(database(), request) })
  return redirectWithNotice(paths.home(), 'Je bent uitgelogd.', headers)
}
