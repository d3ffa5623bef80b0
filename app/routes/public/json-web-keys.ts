import { jsonWebKeys } from '#app/features/credentials/issuer-documents.server.ts'
import { environment } from '#app/platform/environment.server.ts'
import { database } from '#db/client.server.ts'

/** The keys by which our tokens are verified. */
export async function loader() {
  const keys = await jsonWebKeys(database(), environment().baseUrl)
  return Response.json(keys, {
    headers: {
      'Content-Type': 'application/jwk-set+json',
      'Access-Control-Allow-Origin': '*',
      'Cache-Control': 'public, max-age=300',
    },
  })
}
