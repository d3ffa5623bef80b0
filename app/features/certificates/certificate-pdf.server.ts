import {
  artifact,
  colour,
  createPdf,
  type Element,
  group,
  type Pdf,
  tagged,
} from '#app/platform/pdf/document.server.ts'
import type { FontName } from '#app/platform/pdf/fonts.server.ts'
import {
  type Box,
  drawGrid,
  drawLabel,
  drawOutline,
  drawQr,
  drawStamp,
  drawTitleBlock,
} from '#app/platform/pdf/shapes.server.ts'
import { type Block, drawBlock, drawLine, fitText, layOut, type Run } from '#app/platform/pdf/text.server.ts'
import { formatDayYear, formatFullDay } from '#app/ui/format.ts'
import type { CertificateSnapshot } from './certificate.ts'
import { achievement, extent, kindNames, period, projectSentence, testSentence } from './certificate-texts.ts'

const page = { width: 841.89, height: 595.28 }
const edge: Box = { x: 16, y: 16, width: page.width - 32, height: page.height - 32 }
const frame: Box = { x: 36, y: 36, width: page.width - 72, height: page.height - 72 }
/** Squares of the drawing grid: 36 across, 20 down; what is left below them is the title block. */
const step = frame.width / 36
const sheet: Box = { ...frame, height: step * 20 }
const strip: Box = { ...frame, y: frame.y + sheet.height, height: frame.height - sheet.height }
const left = frame.x + 2 * step
const width = 32 * step

/**
 * The certificate as a PDF; `url` is where anyone can check it, `credential` the same as an Open Badge, which is attached.
 * The same snapshot and credential give the same bytes.
 */
export function certificatePdf(
  snapshot: CertificateSnapshot,
  url: string,
  credential?: string,
): Promise<Buffer> {
  const kind = kindNames[snapshot.kind]
  const { pdf, root, finish } = createPdf({
    title: `${kind} ${snapshot.number}`,
    subject: `${snapshot.holderName}, ${snapshot.title}`,
    author: snapshot.regionName,
    demo: snapshot.demo,
    createdAt: snapshot.revokedAt ?? snapshot.issuedAt,
  })
  pdf.addPage()
  drawGrid(pdf, sheet, step)
  drawOutline(pdf, edge, colour.ink)
  drawOutline(pdf, sheet, colour.line)
  drawOutline(pdf, strip, colour.ink)

  tagged(pdf, root, 'H1', () => drawLabel(pdf, kind, left, frame.y + 2.35 * step, 12), { actual: kind })
  if (snapshot.demo) drawExampleStamp(pdf, root)
  drawSentences(pdf, root, snapshot)
  drawSignatory(pdf, root, snapshot)
  if (snapshot.revokedAt) drawRevokedStamp(pdf, root, snapshot.revokedAt)
  drawStrip(pdf, root, snapshot, url)
  drawCheck(pdf, root, url)
  if (credential) {
    const at = snapshot.issuedAt
    pdf.file(Buffer.from(credential, 'utf8'), {
      name: 'badge.json',
      type: 'application/vc+ld+json',
      description: 'Dit bewijs als Open Badge 3.0',
      relationship: 'Alternative',
      creationDate: at,
      modifiedDate: at,
      // pdfkit knows it; its types do not.
    } as PDFKit.Mixins.PDFAttachmentOptions)
  }
  return finish()
}

/** Everything between the heading and the signatory, at the largest scale that leaves both in peace. */
function drawSentences(pdf: Pdf, root: Element, snapshot: CertificateSnapshot): void {
  const top = frame.y + 2.9 * step
  const name = fitText(pdf, [{ text: snapshot.holderName, font: 'heading' }], {
    width,
    height: 108,
    sizes: [54, 48, 43, 38, 33, 28, 24, 20, 17],
    leading: 1.12,
  })
  const room = sheet.y + sheet.height - 3.6 * step - top - name.height
  let text = measure(pdf, snapshot, 1)
  for (let scale = 0.95; scale >= 0.45 && (text.height > room || !text.main.whole); scale -= 0.05) {
    text = measure(pdf, snapshot, scale)
  }
  let y = top
  const paragraph = (block: Block, fill: string) =>
    tagged(pdf, root, 'P', () => {
      y = drawBlock(pdf, block, left, y, fill)
    })
  paragraph(name, colour.ink)
  y += text.main.size * 0.75
  paragraph(text.main, colour.ink)
  paragraph(text.extent, colour.ink)
  y += text.main.size * 0.6
  drawPeriod(pdf, root, snapshot, y)
  y += periodHeight + text.main.size * 0.45
  for (const block of text.more) paragraph(block, colour.soft)
}

const periodHeight = 26

type Sentences = { main: Block; extent: Block; more: Block[]; height: number }

function measure(pdf: Pdf, snapshot: CertificateSnapshot, scale: number): Sentences {
  const plain = (text: string): Run[] => [{ text, font: 'text' }]
  const { before, after } = achievement(snapshot)
  const achieved: Run[] = [...plain(before), { text: snapshot.title, font: 'bold' }, ...plain(after)]
  const main = layOut(pdf, achieved, 22 * scale, width, 1.5)
  const size = layOut(pdf, plain(extent(snapshot)), 22 * scale, width, 1.5)
  const sentences = [testSentence(snapshot), projectSentence(snapshot)].filter((one) => one !== undefined)
  const more = sentences.map((one) => layOut(pdf, plain(one), Math.max(10, 14 * scale), width, 1.45))
  const blocks = [main, size, ...more].reduce((sum, block) => sum + block.height, 0)
  return { main, extent: size, more, height: blocks + main.size * 1.8 + periodHeight }
}

/** The days between which it was given, as a measure on a drawing. */
function drawPeriod(pdf: Pdf, root: Element, snapshot: CertificateSnapshot, top: number): void {
  const oneDay = snapshot.firstDay === snapshot.lastDay
  const length = (oneDay ? 7 : 16) * step
  const y = top + periodHeight - 8
  artifact(pdf, () => {
    pdf.moveTo(left, y).lineTo(left + length, y)
    for (const x of [left, left + length]) {
      pdf.moveTo(x, y - 7).lineTo(x, y + 7)
      pdf.moveTo(x - 4, y + 4).lineTo(x + 4, y - 4)
    }
    pdf.lineWidth(0.9).stroke(colour.drawing)
  })
  const look = { font: 'label', size: 11, fill: colour.drawing } as const
  const draw = () => {
    drawLine(pdf, formatFullDay(snapshot.firstDay), left + 8, y - 6, look)
    if (!oneDay)
      drawLine(pdf, formatFullDay(snapshot.lastDay), left + length - 8, y - 6, { ...look, align: 'right' })
  }
  tagged(pdf, root, 'P', draw, { actual: period(snapshot) })
}

function drawSignatory(pdf: Pdf, root: Element, snapshot: CertificateSnapshot): void {
  const bottom = sheet.y + sheet.height - step
  const one = (text: string, font: FontName, sizes: number[]) =>
    fitText(pdf, [{ text, font }], { width: 17 * step, height: sizes[0]! * 1.3, sizes, leading: 1.3 })
  const name = one(snapshot.signatoryName, 'bold', [15, 13, 11, 9, 7])
  const role = one(snapshot.signatoryRole, 'text', [12, 11, 10, 9, 8, 7])
  const draw = () => {
    drawLabel(pdf, 'Ondertekend door', left, bottom - 33, 8.7)
    drawBlock(pdf, name, left, bottom - 30, colour.ink)
    drawBlock(pdf, role, left, bottom - 12, colour.soft)
  }
  const actual = `Ondertekend door ${snapshot.signatoryName}, ${snapshot.signatoryRole}.`
  tagged(pdf, root, 'P', draw, { actual })
}

function drawStrip(pdf: Pdf, root: Element, snapshot: CertificateSnapshot, url: string): void {
  const codes = snapshot.examModules.map((examModule) => examModule.code)
  const cells = [
    { label: 'Afgegeven door', value: snapshot.regionName, weight: 14 },
    { label: 'Datum', value: formatDayYear(snapshot.issuedAt), weight: 10.5 },
    { label: 'Nummer', value: snapshot.number, weight: 11 },
  ]
  if (codes.length > 0) {
    const label = codes.length === 1 ? 'Examenmodule' : 'Examenmodules'
    cells.push({ label, value: codes.join(', '), weight: codes.length > 6 ? 18 : 11.5 })
  }
  const square = strip.height
  drawTitleBlock(pdf, root, { ...strip, width: strip.width - square }, cells)
  const corner: Box = { x: strip.x + strip.width - square, y: strip.y, width: square, height: square }
  artifact(pdf, () => {
    pdf
      .moveTo(corner.x, corner.y)
      .lineTo(corner.x, corner.y + square)
      .lineWidth(0.75)
      .stroke(colour.line)
  })
  drawQr(pdf, root, url, corner, `QR-code naar de pagina waar je dit bewijs controleert: ${url}`)
}

/** The same address in letters, for who has no camera at hand. */
function drawCheck(pdf: Pdf, root: Element, url: string): void {
  const baseline = frame.y + frame.height + 13
  const look = { size: 8.5, fill: colour.soft, font: 'text' } as const
  const lead = 'Controleer of dit bewijs geldig is: '
  const paragraph = group(pdf, root, 'P')
  pdf.font(look.font, look.size)
  const start = frame.x + pdf.widthOfString(lead)
  const length = pdf.widthOfString(url)
  tagged(pdf, paragraph, 'Span', () => drawLine(pdf, lead, frame.x, baseline, look))
  const link = group(pdf, paragraph, 'Link', { alt: 'Controleer dit bewijs' })
  link.add(() => drawLine(pdf, url, start, baseline, { ...look, fill: colour.drawing }))
  const options = { structParent: link, Contents: new String('Controleer dit bewijs') }
  pdf.link(start, baseline - look.size, length, look.size * 1.3, url, options as never)
}

function drawExampleStamp(pdf: Pdf, root: Element): void {
  drawStamp(pdf, root, {
    text: 'VOORBEELD',
    x: left + width - 92,
    y: frame.y + 1.75 * step,
    size: 24,
    degrees: 4,
  })
}

function drawRevokedStamp(pdf: Pdf, root: Element, revokedAt: Date): void {
  const below = `op ${formatFullDay(revokedAt)}`
  const x = left + width - 150
  drawStamp(pdf, root, {
    text: 'INGETROKKEN',
    below,
    x,
    y: sheet.y + sheet.height - 2.6 * step,
    size: 27,
    degrees: -5,
  })
}
