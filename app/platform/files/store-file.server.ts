import { createHash } from 'node:crypto'
import { now } from '#app/platform/clock.ts'
import { Refusal } from '#app/platform/refusal.ts'
import type { Db } from '#db/client.server.ts'
import { acceptedFiles, type MediaType, mediaTypeOf } from './media-type.ts'

export const mostBytes = 25 * 1024 * 1024

/** An upload as a form hands it over; a `File` is one. */
export type Upload = { name: string; size: number; arrayBuffer(): Promise<ArrayBuffer> }

/**
 * Keeps an upload and gives its id. The caller has authorised, and hangs the id on something: what hangs on nothing
 * can be served to nobody. Throws a `Refusal` about `field`.
 */
export async function storeFile(
  db: Db,
  actor: { personId: number },
  upload: Upload,
  field = 'file',
): Promise<number> {
  if (upload.size === 0) throw new Refusal('Kies een bestand. Dit bestand is leeg.', field)
  if (upload.size > mostBytes) {
    throw new Refusal('Het bestand is groter dan 25 MB. Maak het kleiner of verdeel het.', field)
  }
  const content = Buffer.from(await upload.arrayBuffer())
  const mediaType = mediaTypeOf(content)
  if (!mediaType) {
    throw new Refusal(
      'Dit soort bestand kunnen we niet bewaren. Kies een PDF, Word-, Excel-, PowerPoint- of ODT-bestand zonder macro’s, of een foto (JPG of PNG).',
      field,
    )
  }
  const { id } = await db
    .insertInto('storedFile')
    .values({
      name: fileName(upload.name, mediaType),
      mediaType,
      byteSize: content.byteLength,
      sha256: createHash('sha256').update(content).digest('hex'),
      content,
      uploadedBy: actor.personId,
      createdAt: now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The name without folders and hidden signs, ending in what the file really is. */
function fileName(given: string, mediaType: MediaType): string {
  const extension = acceptedFiles[mediaType]
  const name = (given.toWellFormed().split(/[/\\]/).at(-1) ?? '').replace(/[\p{Cc}\p{Cf}]/gu, '').trim()
  const endings = extension === 'jpg' ? /\.jpe?g$/i : new RegExp(`\\.${extension}$`, 'i')
  const stem = name.replace(endings, '').slice(0, 150).toWellFormed() || 'bestand'
  return `${stem}.${extension}`
}
