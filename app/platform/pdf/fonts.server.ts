import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { create, type ParsedFont } from 'fontkit'

/** `heading` and `label` are Archivo, `text` and `bold` Atkinson Hyperlegible Next. */
export type FontName = 'heading' | 'label' | 'text' | 'bold'

const files: Record<FontName, string> = {
  heading: 'archivo-heading.ttf',
  label: 'archivo-label.ttf',
  text: 'atkinson-regular.ttf',
  bold: 'atkinson-bold.ttf',
}
export const fontNames = Object.keys(files) as FontName[]

// Found through the `#app` of package.json, so that it is the same file from the source and from the build.
const { resolve } = createRequire(import.meta.url)
const parsed = new Map<FontName, ParsedFont>()

/** The font, parsed once in this process: parsing costs more than a whole page does. */
export function font(name: FontName): ParsedFont {
  const known = parsed.get(name)
  if (known) return known
  const made = create(readFileSync(resolve(`#app/platform/pdf/fonts/${files[name]}`)))
  parsed.set(name, made)
  return made
}

/** `text` with the letters that the font has: ễ without its tilde where that is as near as it gets. */
export function writable(name: FontName, text: string): string {
  const { hasGlyphForCodePoint } = font(name)
  const has = (letter: string) => hasGlyphForCodePoint.call(font(name), letter.codePointAt(0) ?? 0)
  let written = ''
  for (const letter of text.normalize('NFC').replace(/\s/g, ' ')) {
    if (has(letter)) {
      written += letter
      continue
    }
    const parts = [...letter.normalize('NFD')]
    const nearer = parts.map((_, cut) =>
      parts
        .slice(0, parts.length - cut)
        .join('')
        .normalize('NFC'),
    )
    written += nearer.find((candidate) => [...candidate].length === 1 && has(candidate)) ?? '?'
  }
  return written
}
