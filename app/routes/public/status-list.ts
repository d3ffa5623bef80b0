import type { LoaderFunctionArgs } from '@remix-run/node'
import { statusList, statusMinutes } from '#app/features/credentials/status-list.server.ts'
import { idFrom } from '#app/platform/forms.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { database } from '#db/client.server.ts'

/** Which credentials were revoked, signed, for anyone who checks one. */
export async function loader({ params }: LoaderFunctionArgs) {
  const list = orNotFound(await statusList(database(), idFrom(params.list)))
  return Response.json(list, {
    headers: {
      'Content-Type': 'application/vc+ld+json',
      'Access-Control-Allow-Origin': '*',
      'Cache-Control': `public, max-age=${statusMinutes * 60}`,
    },
  })
}
