import {
  artifact,
  colour,
  createPdf,
  type Element,
  group,
  type Pdf,
  tagged,
} from '#app/platform/pdf/document.server.ts'
import {
  type Box,
  drawLabel,
  drawOutline,
  drawStamp,
  drawTitleBlock,
} from '#app/platform/pdf/shapes.server.ts'
import { drawBlock, drawLine, fitText } from '#app/platform/pdf/text.server.ts'
import { formatLongDay, formatTime } from '#app/ui/format.ts'

export type SignInSheet = {
  offering: string
  /** What tells this edition from the others of the offering. */
  edition: string
  meetingNumber: number
  meetingCount: number
  startsAt: Date
  endsAt: Date
  place: string
  trainers: string[]
  region: string
  participants: { name: string; school: string }[]
  demo: boolean
}

const page = { width: 841.89, height: 595.28 }
const margin = 34
const width = page.width - 2 * margin
const rowHeight = 29
const headHeight = 20
const bottom = page.height - 46
const firstTop = 148
const laterTop = 66
/** Room for who comes without having enrolled; fewer will do when that saves a sheet of paper. */
const emptyRows = 5
const enoughEmptyRows = 2

type Column = { title: string; x: number; width: number }
const columns: Column[] = [
  { title: 'Nr', x: margin, width: 38 },
  { title: 'Naam', x: margin + 38, width: 236 },
  { title: 'School of bedrijf', x: margin + 274, width: 212 },
  { title: 'Handtekening', x: margin + 486, width: width - 486 },
]

type Row = { number: string; name: string; school: string }

/** The list that goes round in the hall: who is expected, and where to sign. Landscape, ready to print. */
export function signInSheetPdf(sheet: SignInSheet): Promise<Buffer> {
  const { pdf, root, finish } = createPdf({
    title: `Presentielijst ${sheet.offering}, bijeenkomst ${sheet.meetingNumber}`,
    subject: `${sheet.edition}, ${formatLongDay(sheet.startsAt)}`,
    author: sheet.region,
    demo: sheet.demo,
  })
  const pages = split(rowsOf(sheet))
  let table: Element | undefined
  let body: Element | undefined
  for (const [index, rows] of pages.entries()) {
    pdf.addPage()
    const top = index === 0 ? firstTop : laterTop
    if (index === 0) drawFirstHead(pdf, root, sheet)
    else artifact(pdf, () => drawLaterHead(pdf, sheet), 'Pagination')
    table ??= group(pdf, root, 'Table')
    drawTableHead(pdf, index === 0 ? table : undefined, top)
    body ??= group(pdf, table, 'TBody')
    drawRules(pdf, top, rows.length)
    for (const [place, row] of rows.entries()) drawRow(pdf, body, row, top + headHeight + place * rowHeight)
    artifact(pdf, () => drawFoot(pdf, sheet, index + 1, pages.length), 'Pagination')
  }
  return finish()
}

function rowsOf(sheet: SignInSheet): Row[] {
  const expected = sheet.participants.map(({ name, school }, index) => ({
    number: `${index + 1}`,
    name,
    school,
  }))
  return [...expected, ...Array.from({ length: emptyRows }, () => ({ number: '', name: '', school: '' }))]
}

function split(rows: Row[]): Row[][] {
  const fits = (top: number) => Math.floor((bottom - top - headHeight) / rowHeight)
  const pages = [rows.slice(0, fits(firstTop))]
  for (let start = fits(firstTop); start < rows.length; start += fits(laterTop)) {
    pages.push(rows.slice(start, start + fits(laterTop)))
  }
  const isEmpty = ({ name }: Row) => name === ''
  const [last, before] = [pages.at(-1) ?? [], pages.at(-2) ?? []]
  if (last.every(isEmpty) && before.filter(isEmpty).length >= enoughEmptyRows) pages.pop()
  return pages
}

function drawFirstHead(pdf: Pdf, root: Element, sheet: SignInSheet): void {
  const eyebrow = () => drawLabel(pdf, 'Presentielijst', margin, 44, 10)
  tagged(pdf, root, 'P', eyebrow, { actual: 'Presentielijst' })
  const title = fitText(pdf, [{ text: sheet.offering, font: 'heading' }], {
    width: width - (sheet.demo ? 170 : 0),
    height: 40,
    sizes: [27, 24, 21, 18, 15.5, 13, 11, 9],
    leading: 1.15,
  })
  tagged(pdf, root, 'H1', () => void drawBlock(pdf, title, margin, 49, colour.ink))
  if (sheet.demo) {
    drawStamp(pdf, root, { text: 'VOORBEELD', x: page.width - margin - 80, y: 56, size: 17, degrees: 4 })
  }
  const strip: Box = { x: margin, y: 92, width, height: 44 }
  drawOutline(pdf, strip, colour.ink)
  const cells = [
    { label: 'Uitvoering', value: sheet.edition, weight: 15 },
    { label: 'Bijeenkomst', value: meeting(sheet), weight: 9 },
    { label: 'Datum', value: formatLongDay(sheet.startsAt), weight: 20.5 },
    { label: 'Tijd', value: `${formatTime(sheet.startsAt)}–${formatTime(sheet.endsAt)}`, weight: 11 },
    { label: 'Plaats', value: sheet.place, weight: 20 },
    {
      label: sheet.trainers.length > 1 ? 'Trainers' : 'Trainer',
      value: sheet.trainers.join(', '),
      weight: 18,
    },
  ]
  drawTitleBlock(pdf, root, strip, cells, 11.5)
}

const meeting = (sheet: SignInSheet) => `${sheet.meetingNumber} van ${sheet.meetingCount}`

/** On the pages that follow: enough to know a loose sheet by. */
function drawLaterHead(pdf: Pdf, sheet: SignInSheet): void {
  const day = formatLongDay(sheet.startsAt)
  const facts = `bijeenkomst ${meeting(sheet)}, ${day}${sheet.demo ? ' · VOORBEELD' : ''}`
  const line = fitText(
    pdf,
    [
      { text: `${sheet.offering}, `, font: 'bold' },
      { text: facts, font: 'text' },
    ],
    { width, height: 18, sizes: [12.5, 11, 10, 9, 8, 7, 6], leading: 1.4 },
  )
  drawBlock(pdf, line, margin, 40, colour.ink)
}

/** The head of the table: read aloud once, and drawn on every page. */
function drawTableHead(pdf: Pdf, table: Element | undefined, top: number): void {
  const label = (column: Column) => drawLabel(pdf, column.title, column.x + 8, top + 13, 8)
  if (!table) {
    artifact(pdf, () => columns.forEach(label), 'Pagination')
    return
  }
  const row = group(pdf, group(pdf, table, 'THead'), 'TR')
  for (const column of columns) {
    tagged(pdf, row, 'TH', () => label(column), { scope: 'Column', actual: column.title })
  }
}

function drawRules(pdf: Pdf, top: number, rows: number): void {
  const start = top + headHeight
  artifact(pdf, () => {
    for (let row = 1; row < rows; row++) {
      pdf.moveTo(margin, start + row * rowHeight).lineTo(margin + width, start + row * rowHeight)
    }
    for (const column of columns.slice(1)) {
      pdf.moveTo(column.x, start).lineTo(column.x, start + rows * rowHeight)
    }
    pdf.lineWidth(0.6).stroke(colour.line)
  })
  drawOutline(pdf, { x: margin, y: start, width, height: rows * rowHeight }, colour.ink)
}

function drawRow(pdf: Pdf, body: Element, row: Row, y: number): void {
  const element = group(pdf, body, 'TR')
  const values = [row.number, row.name, row.school, '']
  columns.forEach((column, index) => {
    const text = values[index]
    const type = index === 1 ? 'TH' : 'TD'
    const options = index === 1 ? { scope: 'Row' } : {}
    if (!text) {
      group(pdf, element, type, options)
      return
    }
    const block = fitText(pdf, [{ text, font: index === 1 ? 'bold' : 'text' }], {
      width: column.width - 16,
      height: rowHeight - 3,
      sizes: [12.5, 11, 10, 9, 8, 7, 6],
      leading: 1.2,
    })
    const top = y + (rowHeight - block.height) / 2
    tagged(
      pdf,
      element,
      type,
      () => void drawBlock(pdf, block, column.x + 8, top, index === 1 ? colour.ink : colour.soft),
      options,
    )
  })
}

function drawFoot(pdf: Pdf, sheet: SignInSheet, number: number, count: number): void {
  const look = { font: 'text', size: 9, fill: colour.soft } as const
  const baseline = page.height - 26
  drawLine(pdf, sheet.region, margin, baseline, look)
  drawLine(pdf, `pagina ${number} van ${count}`, page.width - margin, baseline, { ...look, align: 'right' })
}
