import PDFDocument from 'pdfkit'
import { now } from '#app/platform/clock.ts'
import { font, fontNames } from './fonts.server.ts'

export type Pdf = PDFKit.PDFDocument
export type Element = PDFKit.PDFStructureElement

/** The colours of `ui/tokens.css` in light; paper has no dark scheme. */
export const colour = {
  sheet: '#ffffff',
  ink: '#12243d',
  soft: '#50617a',
  line: '#9db4d3',
  hairline: '#d5e0ee',
  drawing: '#1f5aa6',
  stop: '#a3162a',
  tint: '#eef4fb',
} as const

export type PdfFacts = {
  title: string
  subject: string
  author: string
  demo: boolean
  createdAt?: Date
}

/**
 * A document on landscape A4, tagged and in Dutch. `root` is its structure: what is read aloud hangs below it, in
 * reading order; what only decorates is an `artifact`. No page yet. We claim no conformance: nothing here proves it.
 */
export function createPdf(facts: PdfFacts): { pdf: Pdf; root: Element; finish: () => Promise<Buffer> } {
  const mark = facts.demo ? 'VOORBEELD' : ''
  const pdf = new PDFDocument({
    size: 'A4',
    layout: 'landscape',
    margin: 0,
    autoFirstPage: false,
    // Nothing of Helvetica: every font is embedded.
    font: null as never,
    pdfVersion: '1.7',
    lang: 'nl-NL',
    tagged: true,
    displayTitle: true,
    info: {
      Title: inMetadata([facts.title, mark].filter(Boolean).join(' – ')),
      Subject: inMetadata([mark, facts.subject].filter(Boolean).join(': ')),
      Author: inMetadata(facts.author),
      Keywords: mark,
      Creator: 'Bijblijven',
      Producer: 'Bijblijven',
      CreationDate: facts.createdAt ?? now(),
    },
  })
  // pdfkit takes a parsed font as it is; its types know only files.
  for (const name of fontNames) pdf.registerFont(name, font(name) as unknown as Buffer)
  const root = pdf.struct('Document')
  pdf.addStructure(root)
  return { pdf, root, finish: () => finish(pdf) }
}

/** pdfkit writes these unescaped into XML. */
function inMetadata(text: string): string {
  return text
    .replace(/&/g, 'en')
    .replace(/[<>]/g, '')
    .replace(/\p{Cc}+/gu, ' ')
}

function finish(pdf: Pdf): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
    pdf.on('end', () => resolve(Buffer.concat(chunks)))
    pdf.on('error', reject)
    pdf.end()
  })
}

/** An element that holds other elements. */
export function group(pdf: Pdf, parent: Element, type: string, options: object = {}): Element {
  const element = pdf.struct(type, options)
  parent.add(element)
  return element
}

/** An element with something drawn in it. */
export function tagged(
  pdf: Pdf,
  parent: Element,
  type: string,
  draw: () => void,
  options: object = {},
): void {
  parent.add(pdf.struct(type, options, [draw]))
}

/** Decoration, and what repeats on every page: not read aloud. */
export function artifact(pdf: Pdf, draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
  pdf.markContent('Artifact', { type })
  pdf.save()
  draw()
  pdf.restore()
  pdf.endMarkedContent()
}
