import {
  artifact,
  colour,
  createPdf,
  type Element,
  group,
  type Pdf,
  type PdfFacts,
  tagged,
} from './document.server.ts'
import { type Cell, drawLabel, drawOutline, drawStamp, drawTitleBlock } from './shapes.server.ts'
import { drawBlock, drawLine, fitText } from './text.server.ts'

export type SheetColumn = {
  title: string
  /** A share of the width. */
  weight: number
  /** Names its row. */
  heading?: boolean
}

/** A cell that leads somewhere: its text is the link. */
export type SheetCell = string | { text: string; href: string }
export type SheetRow = readonly SheetCell[]

export type SheetTable = {
  /** Above the table; without one it follows at once. */
  title?: string
  columns: readonly SheetColumn[]
  rows: readonly SheetRow[]
}

export type TableSheet = PdfFacts & {
  /** The small line above the heading. */
  label: string
  heading: string
  cells: Cell[]
  tables: readonly SheetTable[]
  /** The size of what stands in the tables, in points; 11 unless told. What does not fit is made smaller. */
  size?: number
  /** At the foot of every page, before its number. */
  foot: string
}

const page = { width: 841.89, height: 595.28 }
const margin = 34
const width = page.width - 2 * margin
const rowHeight = 22
const headHeight = 20
const titleHeight = 30
const gap = 16
const bottom = page.height - 46
const firstTop = 156
const laterTop = 66

/** As much of a table as stands on one page. */
type Part = { table: SheetTable; rows: readonly SheetRow[]; first: boolean; top: number }

/** Facts and tables on landscape A4, on as many pages as it takes; the head of a table comes again on each. */
export function tableSheetPdf(sheet: TableSheet): Promise<Buffer> {
  const { pdf, root, finish } = createPdf(sheet)
  const pages = paginate(sheet.tables)
  const drawn = new Map<SheetTable, TableElements>()
  for (const [nth, parts] of pages.entries()) {
    pdf.addPage()
    if (nth === 0) drawHead(pdf, root, sheet)
    for (const part of parts) drawPart(pdf, root, part, drawn, sheet.size ?? 11)
    const foot = `${sheet.foot} · blad ${nth + 1} van ${pages.length}${sheet.demo ? ' · VOORBEELD' : ''}`
    artifact(
      pdf,
      () => drawLine(pdf, foot, margin, page.height - 24, { font: 'text', size: 8.5, fill: colour.soft }),
      'Pagination',
    )
  }
  return finish()
}

function paginate(tables: readonly SheetTable[]): Part[][] {
  const pages: Part[][] = [[]]
  let y = firstTop
  const turn = () => {
    pages.push([])
    y = laterTop
  }
  for (const table of tables) {
    const above = table.title ? titleHeight : 0
    // A heading never stands alone at the foot of a page.
    if (y > laterTop && y + above + headHeight + rowHeight > bottom) turn()
    let done = 0
    do {
      const top = y + (done === 0 ? above : 0)
      const fits = Math.max(1, Math.floor((bottom - top - headHeight) / rowHeight))
      const rows = table.rows.slice(done, done + fits)
      pages.at(-1)?.push({ table, rows, first: done === 0, top })
      done += rows.length
      y = top + headHeight + rows.length * rowHeight + gap
      if (done < table.rows.length) turn()
    } while (done < table.rows.length)
  }
  return pages
}

function drawHead(pdf: Pdf, root: Element, { label, heading, cells, demo }: TableSheet): void {
  tagged(pdf, root, 'P', () => drawLabel(pdf, label, margin, 44, 10), { actual: label })
  const title = fitText(pdf, [{ text: heading, font: 'heading' }], {
    width: width - (demo ? 170 : 0),
    height: 40,
    sizes: [27, 24, 21, 18, 15, 12],
    leading: 1.15,
  })
  tagged(pdf, root, 'H1', () => void drawBlock(pdf, title, margin, 49, colour.ink))
  if (demo)
    drawStamp(pdf, root, { text: 'VOORBEELD', x: page.width - margin - 80, y: 56, size: 17, degrees: 4 })
  const strip = { x: margin, y: 96, width, height: 46 }
  drawOutline(pdf, strip, colour.ink)
  drawTitleBlock(pdf, root, strip, cells, 12.5)
}

type TableElements = { table: Element; body: Element }

/** A table is one element, also over several pages: its head is read aloud once, and drawn on every page. */
function drawPart(
  pdf: Pdf,
  root: Element,
  part: Part,
  drawn: Map<SheetTable, TableElements>,
  size: number,
): void {
  const { table, rows, first, top } = part
  const { title } = table
  if (first && title) {
    const look = { font: 'heading', size: 14, fill: colour.ink } as const
    tagged(pdf, root, 'H2', () => drawLine(pdf, title, margin, top - 10, look))
  }
  const columns = placed(table.columns)
  const label = ({ title: name, x }: Placed) => drawLabel(pdf, name, x + 4, top + 13, 8)
  let elements = drawn.get(table)
  if (elements) {
    artifact(pdf, () => columns.forEach(label), 'Pagination')
  } else {
    const element = group(pdf, root, 'Table')
    const head = group(pdf, group(pdf, element, 'THead'), 'TR')
    for (const column of columns)
      tagged(pdf, head, 'TH', () => label(column), { scope: 'Column', actual: column.title })
    elements = { table: element, body: group(pdf, element, 'TBody') }
    drawn.set(table, elements)
  }
  for (const [nth, cells] of rows.entries())
    drawRow(pdf, elements.body, columns, cells, top + headHeight + nth * rowHeight, size)
}

type Placed = SheetColumn & { x: number; width: number }

function placed(columns: readonly SheetColumn[]): Placed[] {
  const total = columns.reduce((sum, { weight }) => sum + weight, 0)
  let x = margin
  return columns.map((column) => {
    const own = { ...column, x, width: (width * column.weight) / total }
    x += own.width
    return own
  })
}

function drawRow(
  pdf: Pdf,
  body: Element,
  columns: readonly Placed[],
  cells: SheetRow,
  top: number,
  size: number,
): void {
  artifact(pdf, () => {
    pdf
      .moveTo(margin, top)
      .lineTo(margin + width, top)
      .lineWidth(0.5)
      .stroke(colour.hairline)
  })
  const row = group(pdf, body, 'TR')
  for (const [nth, column] of columns.entries()) {
    const cell = cells[nth] ?? ''
    const text = typeof cell === 'string' ? cell : cell.text
    const block = fitText(pdf, [{ text, font: column.heading ? 'bold' : 'text' }], {
      width: column.width - 8,
      height: rowHeight - 3,
      sizes: [11, 10, 9, 8, 7, 6, 5.5].filter((one) => one <= size),
      leading: 1.2,
    })
    const kind = column.heading ? 'TH' : 'TD'
    const [x, y] = [column.x + 4, top + 4]
    if (typeof cell === 'string') {
      tagged(pdf, row, kind, () => void drawBlock(pdf, block, x, y, colour.ink))
    } else {
      const link = group(pdf, group(pdf, row, kind), 'Link', { alt: text })
      link.add(() => void drawBlock(pdf, block, x, y, colour.drawing))
      const options = { structParent: link, Contents: new String(text) }
      pdf.link(x, y, column.width - 8, rowHeight - 6, cell.href, options as never)
    }
  }
}
