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

/**
 * A stored picture of our own making, to be shown in a page. What stands under one address never changes, so whoever has
 * it needs not ask again. The route has authorised.
 */
export async function servePicture(db: Db, id: number): Promise<Response> {
  const { content, mediaType } = await db
    .selectFrom('storedFile')
    .select(['content', 'mediaType'])
    .where('id', '=', id)
    .where('mediaType', '=', 'image/webp')
    .executeTakeFirstOrThrow()
  return new Response(new Uint8Array(content), {
    headers: {
      'Content-Type': mediaType,
      'Content-Length': String(content.byteLength),
      'Cache-Control': 'public, max-age=31536000, immutable',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
