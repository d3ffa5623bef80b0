import { crc32 } from 'node:zlib'
import sharp from 'sharp'
import { colour } from '#app/platform/pdf/document.server.ts'
import { type FontName, font, writable } from '#app/platform/pdf/fonts.server.ts'

type Facts = { title: string; kind: string; issuer: string; demo: boolean }

const side = 900

/**
 * A badge as a picture: the sheet and title block of a technical drawing. Its letters are drawn from our own fonts, so that
 * it looks the same on a machine without any.
 */
export async function badgePicture({ title, kind, issuer, demo }: Facts): Promise<Buffer> {
  const lines = wrap(title, 'heading', 62, side - 200).slice(0, 4)
  const grid = Array.from({ length: 17 }, (_, nth) => {
    const at = 90 + nth * 45
    return `<path d="M${at} 60V700M60 ${at - 20}H840" />`
  }).join('')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}" viewBox="0 0 ${side} ${side}">
    <rect width="${side}" height="${side}" fill="#fbfaf5"/>
    <rect x="60" y="60" width="780" height="780" fill="${colour.sheet}" stroke="${colour.ink}" stroke-width="5"/>
    <g stroke="${colour.hairline}" stroke-width="1.5">${grid}</g>
    <path d="M60 700H840M500 700V840" stroke="${colour.ink}" stroke-width="4" fill="none"/>
    <g fill="${colour.drawing}">${words(kind.toUpperCase(), 'label', 26, 100, 150)}</g>
    <g fill="${colour.ink}">${lines.map((line, nth) => words(line, 'heading', 62, 100, 250 + nth * 76)).join('')}</g>
    <g fill="${colour.ink}">${wrap(issuer, 'bold', 28, 380)
      .slice(0, 3)
      .map((line, nth) => words(line, 'bold', 28, 90, 755 + nth * 34))
      .join('')}</g>
    <g fill="none" stroke="${colour.drawing}" stroke-width="7"><circle cx="670" cy="770" r="46"/><path d="M648 770l16 18 32-38"/></g>
    ${demo ? `<g fill="${colour.stop}" transform="rotate(-18 450 600)">${words('VOORBEELD', 'heading', 96, 160, 640)}</g>` : ''}
  </svg>`
  return sharp(Buffer.from(svg)).png({ compressionLevel: 9 }).toBuffer()
}

/** A line of text as shapes, its baseline at `y`. */
function words(text: string, name: FontName, size: number, x: number, y: number): string {
  const face = font(name)
  const scale = size / face.unitsPerEm
  const { glyphs, positions } = face.layout(writable(name, text))
  let at = x
  const shapes = glyphs.map((glyph, index) => {
    const shape = `<path transform="translate(${at.toFixed(2)} ${y}) scale(${scale} ${-scale})" d="${glyph.path.toSVG()}"/>`
    at += (positions[index]?.xAdvance ?? 0) * scale
    return shape
  })
  return shapes.join('')
}

const widthOf = (text: string, name: FontName, size: number) => {
  const face = font(name)
  return (face.layout(writable(name, text)).advanceWidth * size) / face.unitsPerEm
}

/** The text in lines of at most `width`, broken at its spaces. */
function wrap(text: string, name: FontName, size: number, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/)) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim()
    if (lines.length > 0 && widthOf(longer, name, size) <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

const keyword = 'openbadgecredential'

/**
 * The picture with the credential baked in: as an international text chunk of the PNG (Open Badges 3.0, 5.3.1). The
 * picture looks the same; what reads badges finds it.
 */
export function bake(png: Uint8Array, credential: string): Buffer {
  const picture = Buffer.from(png)
  // The signature, and the first chunk, which says how large the picture is: what follows may come in any order.
  const afterHeader = 8 + 4 + 4 + picture.readUInt32BE(8) + 4
  const data = Buffer.concat([Buffer.from(`${keyword}\0\0\0\0\0`, 'latin1'), Buffer.from(credential, 'utf8')])
  const type = Buffer.from('iTXt', 'latin1')
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(Buffer.concat([type, data])))
  return Buffer.concat([
    picture.subarray(0, afterHeader),
    length,
    type,
    data,
    check,
    picture.subarray(afterHeader),
  ])
}

/** What is baked into a picture; undefined for a picture without, or what is no PNG. */
export function baked(png: Uint8Array): string | undefined {
  const picture = Buffer.from(png)
  if (picture.length < 8 || picture.readUInt32BE(0) !== 0x89504e47) return undefined
  for (let at = 8; at + 12 <= picture.length; ) {
    const length = picture.readUInt32BE(at)
    const type = picture.toString('latin1', at + 4, at + 8)
    const data = picture.subarray(at + 8, at + 8 + length)
    if (type === 'iTXt' && data.toString('latin1', 0, keyword.length + 1) === `${keyword}\0`) {
      // The keyword, whether and how it is compressed, a language and a translated keyword, each with its zero.
      const language = data.indexOf(0, keyword.length + 3)
      const translated = data.indexOf(0, language + 1)
      const compressed = data[keyword.length + 1] === 1
      return language < 0 || translated < 0 || compressed ? undefined : data.toString('utf8', translated + 1)
    }
    at += 12 + length
  }
  return undefined
}
