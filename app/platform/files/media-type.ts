/** What may be put with a meeting or a dossier: documents and pictures that no browser runs. */
export const acceptedFiles = {
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
  'application/vnd.oasis.opendocument.text': 'odt',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
} as const

export type MediaType = keyof typeof acceptedFiles

/** The media type by what the file holds, whatever its name says; undefined for what we do not take. */
export function mediaTypeOf(file: Uint8Array): MediaType | undefined {
  if (startsWith(file, '%PDF-')) return 'application/pdf'
  if (startsWith(file, '\x89PNG\r\n\x1a\n')) return 'image/png'
  if (startsWith(file, '\xff\xd8\xff')) return 'image/jpeg'
  if (startsWith(file, 'RIFF') && startsWith(file.subarray(8), 'WEBP')) return 'image/webp'
  if (startsWith(file, 'PK\x03\x04')) return officeTypeOf(file)
  return undefined
}

function officeTypeOf(file: Uint8Array): MediaType | undefined {
  const names = namesInZip(file)
  // A document with macros runs on the machine of whoever opens it.
  if (names.some((name) => /vbaProject\.bin$|\.(?:exe|js|vbs|hta)$/i.test(name))) return undefined
  if (names.includes('[Content_Types].xml')) {
    if (names.includes('word/document.xml')) return typeOf('docx')
    if (names.includes('xl/workbook.xml')) return typeOf('xlsx')
    if (names.includes('ppt/presentation.xml')) return typeOf('pptx')
  }
  // An OpenDocument says what it is in its first entry, not compressed.
  const odt = typeOf('odt')
  return startsWith(file.subarray(30), `mimetype${odt}PK`) ? odt : undefined
}

const typeOf = (extension: string) =>
  (Object.keys(acceptedFiles) as MediaType[]).find((type) => acceptedFiles[type] === extension)

/** The names in the central directory at the end of a zip; empty when there is none that holds. */
function namesInZip(file: Uint8Array): string[] {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  const furthest = Math.max(0, file.length - 22 - 0xffff)
  let end = file.length - 22
  while (end >= furthest && view.getUint32(end, true) !== 0x06054b50) end--
  if (end < furthest) return []
  const names: string[] = []
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0 && at + 46 <= end; left--) {
    if (view.getUint32(at, true) !== 0x02014b50) return []
    const length = view.getUint16(at + 28, true)
    names.push(new TextDecoder().decode(file.subarray(at + 46, at + 46 + length)))
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return names
}

function startsWith(file: Uint8Array, start: string): boolean {
  return (
    file.length >= start.length && [...start].every((letter, index) => file[index] === letter.charCodeAt(0))
  )
}
