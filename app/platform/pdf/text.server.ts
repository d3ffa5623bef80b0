import type { Pdf } from './document.server.ts'
import { type FontName, writable } from './fonts.server.ts'

/** A stretch of text in one font. Runs stand against each other: spaces between them are theirs. */
export type Run = { text: string; font: FontName }
type Piece = Run & { width: number }
type Line = Piece[]
export type Block = { lines: Line[]; size: number; lineHeight: number; height: number; whole: boolean }

/** Breaks `runs` into lines of at most `width`; a word that is wider by itself is cut (`whole` is then false). */
export function layOut(pdf: Pdf, runs: Run[], size: number, width: number, leading = 1.4): Block {
  const measure = (run: Run) => pdf.font(run.font, size).widthOfString(run.text)
  const lines: Line[] = []
  let line: Line = []
  let used = 0
  let whole = true
  const flush = () => {
    if (line.length > 0) lines.push(joined(line, measure))
    line = []
    used = 0
  }
  for (const word of words(runs)) {
    const pieces = word.map((run) => ({ ...run, width: measure({ ...run, text: run.text.trimEnd() }) }))
    const needed = pieces.reduce((sum, piece) => sum + piece.width, 0)
    if (used > 0 && used + needed > width) flush()
    if (needed > width) whole = false
    for (const piece of pieces) {
      for (const part of cut(piece, width - used, width, measure)) {
        const partWidth = measure(part)
        if (used > 0 && used + measure({ ...part, text: part.text.trimEnd() }) > width) flush()
        line.push({ ...part, width: partWidth })
        used += partWidth
      }
    }
  }
  flush()
  const lineHeight = size * leading
  return { lines, size, lineHeight, height: lines.length * lineHeight, whole }
}

/** The largest of `sizes` at which `runs` fit in the box with every word whole; else the smallest. */
export function fitText(
  pdf: Pdf,
  runs: Run[],
  box: { width: number; height: number; sizes: number[]; leading?: number },
): Block {
  let block: Block | undefined
  for (const size of box.sizes) {
    block = layOut(pdf, runs, size, box.width, box.leading)
    if (block.whole && block.height <= box.height) return block
  }
  if (!block) throw new Error('A text needs at least one size to fit in.')
  return block
}

/** Draws the block with the top of its first line at `y`; gives the `y` below it. */
export function drawBlock(pdf: Pdf, block: Block, x: number, y: number, fill: string): number {
  pdf.fillColor(fill)
  block.lines.forEach((line, index) => {
    const baseline = y + index * block.lineHeight + (block.lineHeight + block.size * 0.7) / 2
    let left = x
    for (const piece of line) {
      pdf.font(piece.font, block.size)
      pdf.text(piece.text, left, baseline, { lineBreak: false, baseline: 'alphabetic' })
      left += piece.width
    }
  })
  return y + block.height
}

/** One line of text at a baseline, its left, middle or right end at `x`. */
export function drawLine(
  pdf: Pdf,
  text: string,
  x: number,
  baseline: number,
  look: { font: FontName; size: number; fill: string; spacing?: number; align?: 'left' | 'center' | 'right' },
): void {
  const written = writable(look.font, text)
  const options = { lineBreak: false, baseline: 'alphabetic' as const, characterSpacing: look.spacing ?? 0 }
  pdf.font(look.font, look.size).fillColor(look.fill)
  const width = look.align && look.align !== 'left' ? pdf.widthOfString(written, options) : 0
  pdf.text(written, look.align === 'center' ? x - width / 2 : x - width, baseline, options)
}

/** Words as they may stand at the start of a line: after a space or a hyphen. A word can span runs. */
function words(runs: Run[]): Run[][] {
  const found: Run[][] = []
  let open = false
  for (const run of runs) {
    for (const text of writable(run.font, run.text).match(/[^\s-]*-+\s*|[^\s-]+\s*|\s+/g) ?? []) {
      const last = found.at(-1)
      if (open && last) last.push({ text, font: run.font })
      else found.push([{ text, font: run.font }])
      open = !/[\s-]$/.test(text)
    }
  }
  return found
}

/** The run in parts that fit: only a word wider than a whole line is ever cut. */
function cut(run: Run, room: number, width: number, measure: (run: Run) => number): Run[] {
  if (measure({ ...run, text: run.text.trimEnd() }) <= width) return [run]
  const parts: Run[] = []
  let text = ''
  for (const letter of run.text) {
    const limit = parts.length === 0 ? room : width
    if (text && measure({ ...run, text: text + letter }) > limit) {
      parts.push({ ...run, text })
      text = ''
    }
    text += letter
  }
  return [...parts, { ...run, text }]
}

/** Neighbours in the same font become one piece, so that they are drawn and copied as one. */
function joined(line: Line, measure: (run: Run) => number): Line {
  const pieces: Line = []
  for (const piece of line) {
    const last = pieces.at(-1)
    if (last?.font === piece.font) last.text += piece.text
    else pieces.push({ ...piece })
  }
  const end = pieces.at(-1)
  if (end) end.text = end.text.trimEnd()
  return pieces.map((piece) => ({ ...piece, width: measure(piece) }))
}
