import { didDocument } from '#app/features/credentials/issuer-documents.server.ts'
import { environment } from '#app/platform/environment.server.ts'
import { database } from '#db/client.server.ts'

/** Who this portal is as an issuer, for anyone who checks what it signed. */
export async function loader() {
  const document = await didDocument(database(), environment().baseUrl)
  return Response.json(document, {
    headers: {
      'Content-Type': 'application/did+ld+json',
      // Whoever checks may be a page of somebody else.
      'Access-Control-Allow-Origin': '*',
      'Cache-Control': 'public, max-age=300',
    },
  })
}
