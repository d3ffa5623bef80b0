import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'

const inflate = promisify(inflateRaw)

export type ZipEntry = { name: string; content: Buffer }

/** Why a zip was not opened: it isn't one, or more comes out of it than was allowed. */
export class BadZip extends Error {
  override name = 'BadZip'
  readonly why: 'damaged' | 'too large'
  constructor(why: 'damaged' | 'too large') {
    super(why)
    this.why = why
  }
}

/**
 * What is in a zip, unpacked; a `BadZip` as soon as more than `most` bytes come out of it, whatever it says of itself.
 */
export async function unzipWithin(
  bytes: Uint8Array,
  most: { bytes: number; entries: number },
): Promise<ZipEntry[]> {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const found: ZipEntry[] = []
  let left = most.bytes
  for (const { name, method, start, packed } of entriesOf(zip, most.entries)) {
    const content = method === 0 ? packed(start) : await inflated(packed(start), left)
    left -= content.length
    if (left < 0) throw new BadZip('too large')
    found.push({ name, content })
  }
  return found
}

async function inflated(packed: Buffer, most: number): Promise<Buffer> {
  try {
    return await inflate(packed, { maxOutputLength: Math.max(1, most) })
  } catch (error) {
    throw new BadZip((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'too large' : 'damaged')
  }
}

function* entriesOf(zip: Buffer, most: number) {
  const end = zip.lastIndexOf('PK\x05\x06')
  if (end < 0 || end + 22 > zip.length) throw new BadZip('damaged')
  const count = zip.readUInt16LE(end + 10)
  if (count > most) throw new BadZip('too large')
  let at = zip.readUInt32LE(end + 16)
  for (let index = 0; index < count; index++) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== 0x02014b50) throw new BadZip('damaged')
    const method = zip.readUInt16LE(at + 10)
    const size = zip.readUInt32LE(at + 20)
    const nameLength = zip.readUInt16LE(at + 28)
    const local = zip.readUInt32LE(at + 42)
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength)
    if ((method !== 0 && method !== 8) || local + 30 > zip.length) throw new BadZip('damaged')
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    if (start + size > zip.length) throw new BadZip('damaged')
    yield { name, method, start, packed: (from: number) => zip.subarray(from, from + size) }
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
}
