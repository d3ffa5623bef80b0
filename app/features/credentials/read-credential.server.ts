import { constants, inflateSync } from 'node:zlib'
import { baked } from './badge-picture.server.ts'

/**
 * Finds the credential in whatever it travels in: a picture it was baked into, a PDF it hangs on, a JSON document, a JSON
 * Web Token. Only reads: who signed it and whether that is right is another question.
 */

export type FoundCredential =
  | { form: 'document'; credential: Record<string, unknown> }
  | { form: 'token'; credential: Record<string, unknown>; jwt: string }

/** Of a credential as text; a picture inside it makes it long. */
const mostCharacters = 300_000
const mostAttachments = 20

export function readCredential(bytes: Uint8Array): FoundCredential | undefined {
  const file = Buffer.from(bytes)
  for (const text of textsIn(file)) {
    const found = text.length <= mostCharacters ? parse(text.trim()) : undefined
    if (found) return found
  }
  return undefined
}

function textsIn(file: Buffer): string[] {
  if (file.length >= 4 && file.readUInt32BE(0) === 0x89504e47) return [baked(file) ?? '']
  if (file.subarray(0, 1024).includes('%PDF-')) return attachedTo(file)
  return [file.toString('utf8').replace(/^\uFEFF/, '')]
}

function parse(text: string): FoundCredential | undefined {
  const token = /^[\w-]+\.([\w-]+)\.[\w-]+$/.exec(text)
  if (!token) {
    const credential = objectIn(text)
    return credential && { form: 'document', credential }
  }
  const claims = objectIn(Buffer.from(token[1] ?? '', 'base64url').toString('utf8'))
  if (!claims) return undefined
  // The credential is the claims themselves; older tokens carry it in one of them (VC Data Model 1.1).
  const { vc } = claims
  return { form: 'token', credential: isObject(vc) ? vc : claims, jwt: text }
}

function objectIn(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * The files that hang on a PDF, as text. An attachment is a stream of its own, never inside another one (ISO 32000-1,
 * 7.5.7 and 7.11.4), so that it is found without reading the rest; of a PDF with a password nothing is.
 */
function attachedTo(pdf: Buffer): string[] {
  const text = pdf.toString('latin1')
  const found: string[] = []
  for (const { index, 0: start } of text.matchAll(/(?<!end)stream\r?\n/g)) {
    const dictionary = text.slice(Math.max(text.lastIndexOf('obj', index), index - 2_000), index)
    if (!/\/EmbeddedFile\b/.test(dictionary)) continue
    const from = index + start.length
    const until = text.indexOf('endstream', from)
    const content = until < 0 ? undefined : unpacked(pdf.subarray(from, until), dictionary)
    if (content) found.push(content.toString('utf8'))
    if (found.length >= mostAttachments) break
  }
  return found
}

function unpacked(stream: Buffer, dictionary: string): Buffer | undefined {
  if (!dictionary.includes('/Filter')) return stream
  if (!/\/Filter\s*\[?\s*\/FlateDecode\s*\]?/.test(dictionary)) return undefined
  try {
    // A line break may follow what was packed; and a few bytes may unpack to a great many.
    return inflateSync(stream, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: mostCharacters })
  } catch {
    return undefined
  }
}
