import sharp from 'sharp'
import { Refusal } from '#app/platform/refusal.ts'

// A few megabytes of file can unfold into gigabytes of picture.
const mostPixels = 64_000_000
/** Enough to read the small print of a paper that was photographed whole. */
const longestSide = 2400
const mostSeconds = 20

sharp.concurrency(1)
sharp.cache(false)

/** One picture at a time in a process: a photo of a phone takes as much memory as a page takes in a day. */
let last: Promise<unknown> = Promise.resolve()
let waiting = 0
const mostWaiting = 10

function inTurn<Answer>(work: () => Promise<Answer>, field: string): Promise<Answer> {
  if (waiting >= mostWaiting) {
    throw new Refusal(
      'Er komen nu te veel foto’s tegelijk binnen. Probeer het over een minuut opnieuw.',
      field,
    )
  }
  waiting += 1
  const done = last.then(work).finally(() => {
    waiting -= 1
  })
  last = done.catch(() => undefined)
  return done
}

/**
 * A picture drawn anew from its pixels, as JPEG: upright, no larger than one needs to read it, and with nothing of what
 * came along in the file: the place where it was taken, thumbnails, whatever was hung behind it. Throws a `Refusal` about
 * `field` for what is no picture after all, or when too many wait. Takes seconds: never within a transaction.
 */
export async function redrawn(picture: Uint8Array, field: string): Promise<Buffer> {
  return inTurn(() => draw(picture, field), field)
}

async function draw(picture: Uint8Array, field: string): Promise<Buffer> {
  try {
    return await sharp(picture, { limitInputPixels: mostPixels, failOn: 'error', animated: false })
      .rotate()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 82, mozjpeg: true })
      .timeout({ seconds: mostSeconds })
      .toBuffer()
  } catch {
    throw new Refusal(
      'Deze foto kunnen we niet lezen. Maak een nieuwe, of kies een PDF of een andere foto.',
      field,
    )
  }
}

/** The widths in which a picture for a page is kept: of a phone, of a text, of a screen. */
const pageWidths = [480, 960, 1600]

/** What people send; a drawing of our own may be something else. */
const photoFormats: readonly string[] = ['jpeg', 'png', 'webp']

export type PictureSize = { width: number; height: number; content: Buffer }

/**
 * A picture for a page, drawn anew from its pixels as WebP in a few widths, the smallest first and none larger than what
 * came in: upright, and with nothing of what came along in the file. Throws a `Refusal` about `field` for what is no
 * picture, or when too many wait. Takes seconds: never within a transaction.
 */
export async function inPageWidths(
  picture: Uint8Array,
  field: string,
  formats = photoFormats,
): Promise<PictureSize[]> {
  return inTurn(async () => {
    const sizes = new Map<number, PictureSize>()
    try {
      const { format } = await sharp(picture, { limitInputPixels: mostPixels }).metadata()
      if (!formats.includes(format)) throw new Error(`no picture for a page: ${format}`)
      for (const width of pageWidths) {
        const { data, info } = await sharp(picture, {
          limitInputPixels: mostPixels,
          failOn: 'error',
          animated: false,
        })
          .rotate()
          .resize({ width, withoutEnlargement: true })
          .webp({ quality: 80 })
          .timeout({ seconds: mostSeconds })
          .toBuffer({ resolveWithObject: true })
        sizes.set(info.width, { width: info.width, height: info.height, content: data })
      }
    } catch {
      throw new Refusal('Deze foto kunnen we niet lezen. Maak een nieuwe, of kies een andere.', field)
    }
    return [...sizes.values()]
  }, field)
}
