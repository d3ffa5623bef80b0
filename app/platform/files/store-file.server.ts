import { createHash } from 'node:crypto'
import { now } from '#app/platform/clock.ts'
import { Refusal } from '#app/platform/refusal.ts'
import type { Db } from '#db/client.server.ts'
import { acceptedFiles, type MediaType, mediaTypeOf } from './media-type.ts'
import { redrawn } from './picture.server.ts'

/** An upload as a form hands it over; a `File` is one. */
export type Upload = { name: string; size: number; arrayBuffer(): Promise<ArrayBuffer> }

/** Of a document, in bytes. */
export const mostBytes = 25 * 1024 * 1024

/** What may be kept somewhere: of which sorts, and how much. */
type Shelf = { types: readonly MediaType[]; mostBytes: number; refused: string }

const documents: Shelf = {
  types: Object.keys(acceptedFiles) as MediaType[],
  mostBytes,
  refused:
    'Dit soort bestand kunnen we niet bewaren. Kies een PDF, Word-, Excel-, PowerPoint- of ODT-bestand zonder macro’s, of een foto (JPG, PNG of WebP).',
}

const scans: Shelf = {
  types: ['application/pdf', 'image/jpeg', 'image/png', 'image/webp'],
  mostBytes: 15 * 1024 * 1024,
  refused: 'Kies een foto (JPG, PNG of WebP) of een PDF. Andere bestanden kunnen we hier niet bewaren.',
}

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
  const { content, mediaType } = await readUpload(upload, documents, field)
  return insertFile(db, actor, upload.name, content, mediaType)
}

/** A scan that was looked at and may be kept. */
export type Scan = { name: string; content: Buffer; mediaType: MediaType }

/**
 * Looks at a scan or a photo of a paper; a photo is drawn anew, without the place where it was taken. Before the
 * transaction that keeps it: drawing takes a while, and locks must not wait for it. Throws a `Refusal` about `field`.
 */
export async function readScan(upload: Upload, field = 'scan'): Promise<Scan> {
  const { content, mediaType } = await readUpload(upload, scans, field)
  if (mediaType === 'application/pdf') return { name: upload.name, content, mediaType }
  return { name: upload.name, content: await redrawn(content, field), mediaType: 'image/jpeg' }
}

/** Keeps what was looked at, or drawn, and gives its id. The caller has authorised, and hangs the id on something. */
export const storeScan = (db: Db, actor: { personId: number }, scan: Scan): Promise<number> =>
  insertFile(db, actor, scan.name, scan.content, scan.mediaType)

/** Takes a file away for good. The caller has authorised, and took it off what it hung on. */
export async function deleteFile(db: Db, id: number): Promise<void> {
  await db.deleteFrom('storedFile').where('id', '=', id).execute()
}

async function readUpload(upload: Upload, shelf: Shelf, field: string) {
  if (upload.size === 0) throw new Refusal('Kies een bestand. Dit bestand is leeg.', field)
  if (upload.size > shelf.mostBytes) {
    throw new Refusal(
      `Het bestand is groter dan ${shelf.mostBytes / 1024 / 1024} MB. Maak het kleiner of verdeel het.`,
      field,
    )
  }
  const content = Buffer.from(await upload.arrayBuffer())
  const mediaType = mediaTypeOf(content)
  if (!mediaType || !shelf.types.includes(mediaType)) throw new Refusal(shelf.refused, field)
  return { content, mediaType }
}

async function insertFile(
  db: Db,
  actor: { personId: number },
  name: string,
  content: Buffer,
  mediaType: MediaType,
): Promise<number> {
  const { id } = await db
    .insertInto('storedFile')
    .values({
      name: fileName(name, mediaType),
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
  const stem = name.replace(endings, '').slice(0, 150).toWellFormed() || 'bestand'
  return `${stem}.${extension}`
}

/** What a name may end in already, of anything we know: a photo that was a PNG becomes a JPEG. */
const endings = new RegExp(`\\.(?:${[...Object.values(acceptedFiles), 'jpeg'].join('|')})$`, 'i')
