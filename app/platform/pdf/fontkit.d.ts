/** What we use of fontkit, which reads the fonts for pdfkit and comes without types of its own. */
declare module 'fontkit' {
  export type ParsedFont = {
    readonly postscriptName: string
    readonly unitsPerEm: number
    layout(text: string): {
      readonly advanceWidth: number
      readonly glyphs: readonly { readonly path: { toSVG(): string } }[]
      readonly positions: readonly { readonly xAdvance: number }[]
    }
    hasGlyphForCodePoint(codePoint: number): boolean
  }
  export function create(file: Uint8Array): ParsedFont
}
