/** What we use of fontkit, which reads the fonts for pdfkit and comes without types of its own. */
declare module 'fontkit' {
  export type ParsedFont = {
    readonly postscriptName: string
    layout(text: string): { readonly advanceWidth: number }
    hasGlyphForCodePoint(codePoint: number): boolean
  }
  export function create(file: Uint8Array): ParsedFont
}
