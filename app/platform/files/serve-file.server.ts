import { orNotFound } from '#app/platform/refusal.ts'
import type { Db } from '#db/client.server.ts'
import { attachment } from './content-disposition.ts'

/** A stored file as a download. The route has authorised for what the file hangs on. */
export async function serveFile(db: Db, id: number, request?: Request): Promise<Response> {
  const facts = orNotFound(
    await db
      .selectFrom('storedFile')
      .select(['name', 'mediaType', 'byteSize', 'sha256'])
      .where('id', '=', id)
      .executeTakeFirst(),
  )
  const headers = new Headers({
    // It may be somebody's, so it is asked for again each time; unchanged costs no bytes.
    'Cache-Control': 'private, no-cache',
    ETag: `"${facts.sha256}"`,
    'X-Content-Type-Options': 'nosniff',
  })
  if (request?.headers.get('If-None-Match') === headers.get('ETag')) {
    return new Response(null, { status: 304, headers })
  }
  const { content } = await db
    .selectFrom('storedFile')
    .select('content')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  headers.set('Content-Type', facts.mediaType)
  headers.set('Content-Length', String(facts.byteSize))
  headers.set('Content-Disposition', attachment(facts.name))
  // Should a browser show it after all: it runs nothing and reaches nothing.
  headers.set('Content-Security-Policy', "default-src 'none'; sandbox")
  headers.set('Cross-Origin-Resource-Policy', 'same-origin')
  return new Response(new Uint8Array(content), { headers })
}

/** A stored picture of our own making, to be shown in a page. The route has authorised. */
export async function servePicture(db: Db, id: number, request: Request): Promise<Response> {
  const { content, mediaType, sha256 } = await db
    .selectFrom('storedFile')
    .select(['content', 'mediaType', 'sha256'])
    .where('id', '=', id)
    .where('mediaType', '=', 'image/webp')
    .executeTakeFirstOrThrow()
  // Kept for an hour, then asked for again: a picture can be taken back.
  const headers = new Headers({
    'Cache-Control': 'public, max-age=3600',
    ETag: `"${sha256}"`,
    'X-Content-Type-Options': 'nosniff',
  })
  if (request.headers.get('If-None-Match') === headers.get('ETag')) {
    return new Response(null, { status: 304, headers })
  }
  headers.set('Content-Type', mediaType)
  headers.set('Content-Length', String(content.byteLength))
  return new Response(new Uint8Array(content), { headers })
}
