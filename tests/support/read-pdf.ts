import { inflateSync } from 'node:zlib'

/** What a test wants to know of a PDF that pdfkit wrote: not a reader of PDFs in general. */
export type ReadPdf = {
  pages: number
  /** The text of each page in the order in which it is drawn, a space between pieces. */
  text: string[]
  /** The structure tree in reading order: the type of each element, indented by its depth. */
  structure: string
  /** Everything but the streams. */
  source: string
}

export function readPdf(file: Buffer): ReadPdf {
  const objects = new Map<string, { dictionary: string; stream: string }>()
  for (const match of file.toString('latin1').matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [dictionary = '', stream] = (match[2] ?? '').split(/\nstream\n/)
    objects.set(match[1] ?? '', { dictionary, stream: stream ? inflate(dictionary, stream) : '' })
  }
  const at = (id: string | undefined) => objects.get(id ?? '') ?? { dictionary: '', stream: '' }
  const source = [...objects.values()].map((object) => object.dictionary).join('\n')
  const catalog = [...objects.values()].find((object) => object.dictionary.includes('/Type /Catalog'))
  const kids = referred(at(key(catalog?.dictionary, 'Pages')).dictionary.match(/\/Kids \[([^\]]*)]/)?.[1])
  const text = kids.map((id) => {
    const page = at(id).dictionary
    const fonts = at(key(page, 'Resources')).dictionary.match(/\/Font <<([\s\S]*?)>>/)?.[1] ?? ''
    const maps = new Map(
      [...fonts.matchAll(/\/(F\d+) (\d+) 0 R/g)].map((font) => [
        font[1],
        letters(at(key(at(font[2]).dictionary, 'ToUnicode')).stream),
      ]),
    )
    return shown(at(key(page, 'Contents')).stream, maps)
  })
  const branch = (id: string, depth: number): string[] => {
    const { dictionary } = at(id)
    const type = dictionary.match(/\/S \/(\w+)/)?.[1]
    if (!type) return []
    const below = referred(dictionary.match(/\/K \[([^\]]*)]/)?.[1])
    return [`${'  '.repeat(depth)}${type}`, ...below.flatMap((child) => branch(child, depth + 1))]
  }
  const roots = referred(
    at(key(catalog?.dictionary, 'StructTreeRoot')).dictionary.match(/\/K \[([^\]]*)]/)?.[1],
  )
  return {
    pages: kids.length,
    text,
    structure: roots.flatMap((root) => branch(root, 0)).join('\n'),
    source,
  }
}

const key = (dictionary: string | undefined, name: string) =>
  dictionary?.match(new RegExp(`/${name} (\\d+) 0 R`))?.[1]
const referred = (list: string | undefined) =>
  [...(list ?? '').matchAll(/(\d+) 0 R/g)].map((match) => match[1] ?? '')

function inflate(dictionary: string, stream: string): string {
  const bytes = Buffer.from(stream.replace(/\nendstream$/, ''), 'latin1')
  return (dictionary.includes('/FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1')
}

/** The letters of a font by the number of the glyph, from its ToUnicode. */
function letters(map: string): string[] {
  const entries = [...map.matchAll(/> \[([\s\S]*?)\]/g)].map((range) => range[1] ?? '').join(' ')
  return [...entries.matchAll(/<([^>]*)>/g)].map((entry) =>
    String.fromCharCode(...(entry[1] ?? '').split(' ').map((code) => Number.parseInt(code, 16))),
  )
}

function shown(content: string, maps: Map<string | undefined, string[]>): string {
  const pieces: string[] = []
  let font: string[] = []
  for (const match of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (match[1]) font = maps.get(match[1]) ?? []
    else {
      const codes = [...(match[2] ?? '').matchAll(/<([0-9a-f]+)>/g)].map((code) => code[1] ?? '').join('')
      pieces.push((codes.match(/.{4}/g) ?? []).map((code) => font[Number.parseInt(code, 16)] ?? '�').join(''))
    }
  }
  return pieces.join(' ')
}
