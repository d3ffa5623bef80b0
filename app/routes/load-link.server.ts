import type { LoaderFunctionArgs } from '@remix-run/node'
import { countAttempt, isThrottled } from '#app/platform/throttle.server.ts'

/**
 * What a mailed link points to, for showing its page. Links that don't exist are counted for the network they come
 * from: who tries too many gets 429, for a real one too.
 */
export async function loadLink<Found>(
  { params, context }: LoaderFunctionArgs,
  find: (token: string) => Promise<Found | undefined>,
): Promise<Found | undefined> {
  if (await isThrottled('token-guess', context.networkAddress)) throw new Response(null, { status: 429 })
  const found = await find(params.token ?? '')
  if (!found) await countAttempt('token-guess', context.networkAddress)
  return found
}
