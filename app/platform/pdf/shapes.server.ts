import QRCode from 'qrcode'
import { artifact, colour, type Element, group, type Pdf, tagged } from './document.server.ts'
import { drawBlock, drawLine, fitText } from './text.server.ts'

export type Box = { x: number; y: number; width: number; height: number }

/** A sheet of drawing paper: a grid of `step`, one path. */
export function drawGrid(pdf: Pdf, box: Box, step: number): void {
  artifact(pdf, () => {
    for (let x = box.x + step; x < box.x + box.width - 1; x += step) {
      pdf.moveTo(x, box.y).lineTo(x, box.y + box.height)
    }
    for (let y = box.y + step; y < box.y + box.height - 1; y += step) {
      pdf.moveTo(box.x, y).lineTo(box.x + box.width, y)
    }
    pdf.lineWidth(0.6).stroke(colour.hairline)
  })
}

export function drawOutline(pdf: Pdf, box: Box, stroke: string, width = 0.75): void {
  artifact(pdf, () => {
    pdf.rect(box.x, box.y, box.width, box.height).lineWidth(width).stroke(stroke)
  })
}

export type Cell = { label: string; value: string; weight: number }

/** The title block of a technical drawing: a strip of small labelled cells, as wide as their weights. */
export function drawTitleBlock(pdf: Pdf, parent: Element, box: Box, cells: Cell[], size = 15): void {
  const total = cells.reduce((sum, cell) => sum + cell.weight, 0)
  const list = group(pdf, parent, 'L')
  const pad = size * 0.75
  let x = box.x
  for (const [index, cell] of cells.entries()) {
    const width = (box.width * cell.weight) / total
    const left = x
    if (index > 0) {
      artifact(pdf, () => {
        pdf
          .moveTo(left, box.y)
          .lineTo(left, box.y + box.height)
          .lineWidth(0.75)
          .stroke(colour.line)
      })
    }
    const item = group(pdf, list, 'LI')
    const label = () => drawLabel(pdf, cell.label, left + pad, box.y + size * 1.15, size * 0.58)
    tagged(pdf, item, 'Lbl', label, { actual: cell.label })
    const value = fitText(pdf, [{ text: cell.value, font: 'bold' }], {
      width: width - 2 * pad,
      height: box.height - size * 1.9,
      sizes: [1, 0.93, 0.86, 0.8, 0.73, 0.66, 0.6, 0.53, 0.46].map((part) => part * size),
      leading: 1.3,
    })
    tagged(pdf, item, 'LBody', () => void drawBlock(pdf, value, left + pad, box.y + size * 1.4, colour.ink))
    x += width
  }
}

/** The small wide capitals above a fact. */
export function drawLabel(pdf: Pdf, text: string, x: number, baseline: number, size: number): void {
  const look = { font: 'label', size, fill: colour.soft, spacing: size * 0.06 } as const
  drawLine(pdf, text.toUpperCase(), x, baseline, look)
}

/** A QR code of rectangles, one for each stretch of black in a row, with the white edge that readers need. */
export function drawQr(pdf: Pdf, parent: Element, text: string, box: Box, alt: string): void {
  const { size, data } = QRCode.create(text, { errorCorrectionLevel: 'M' }).modules
  const step = Math.min(box.width, box.height) / (size + 8)
  const left = box.x + (box.width - size * step) / 2
  const top = box.y + (box.height - size * step) / 2
  const draw = () => {
    for (let row = 0; row < size; row++) {
      for (let column = 0; column < size; column++) {
        const start = column
        while (column < size && data[row * size + column]) column++
        if (column > start) {
          pdf.rect(left + start * step, top + row * step, (column - start) * step, step)
        }
      }
    }
    pdf.fill(colour.ink)
  }
  const bbox = [left, top, left + size * step, top + size * step]
  tagged(pdf, parent, 'Figure', draw, { alt, bbox, placement: 'Block' })
}

/** A rubber stamp in red, its middle at (x, y), turned by `degrees`; a second line is smaller. */
export function drawStamp(
  pdf: Pdf,
  parent: Element,
  stamp: { text: string; below?: string; x: number; y: number; size: number; degrees: number },
): void {
  const { x, y, size } = stamp
  const actual = [stamp.text, stamp.below].filter(Boolean).join(' ')
  const draw = () => {
    pdf.save().rotate(stamp.degrees, { origin: [x, y] })
    const spacing = size * 0.12
    const width =
      pdf.font('heading', size).widthOfString(stamp.text, { characterSpacing: spacing }) + size * 1.1
    const height = stamp.below ? size * 2.35 : size * 1.55
    const top = y - height / 2
    pdf.rect(x - width / 2, top, width, height).fillAndStroke(colour.sheet, colour.stop)
    pdf
      .rect(x - width / 2, top, width, height)
      .lineWidth(size * 0.09)
      .stroke(colour.stop)
    const look = { fill: colour.stop, align: 'center' } as const
    const line = top + size * 1.13
    drawLine(pdf, stamp.text, x, line, { ...look, font: 'heading', size, spacing })
    if (stamp.below) {
      drawLine(pdf, stamp.below, x, line + size * 0.8, { ...look, font: 'label', size: size * 0.5 })
    }
    pdf.restore()
  }
  tagged(pdf, parent, 'P', draw, { actual })
}
