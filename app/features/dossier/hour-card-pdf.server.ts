import {
  artifact,
  colour,
  createPdf,
  type Element,
  group,
  type Pdf,
  tagged,
} from '#app/platform/pdf/document.server.ts'
import { drawLabel, drawOutline, drawStamp, drawTitleBlock } from '#app/platform/pdf/shapes.server.ts'
import { drawBlock, drawLine, fitText } from '#app/platform/pdf/text.server.ts'
import { formatDayYear, formatMinutes } from '#app/ui/format.ts'
import type { HourCard } from './hour-queries.server.ts'
import { choiceWords, sourceWords } from './hour-texts.ts'

export type HourCardSheet = HourCard & {
  holder: string
  year: string
  region: string
  demo: boolean
  madeOn: string
}

const page = { width: 841.89, height: 595.28 }
const margin = 34
const width = page.width - 2 * margin
const rowHeight = 22
const headHeight = 20
const bottom = page.height - 46
const firstTop = 156
const laterTop = 66

const columns = [
  { title: 'Dag', x: margin, width: 92 },
  { title: 'Wat', x: margin + 92, width: 372 },
  { title: 'Waar het vandaan komt', x: margin + 464, width: 130 },
  { title: 'Keuze', x: margin + 594, width: 90 },
  { title: 'Uren', x: margin + 684, width: width - 684 },
] as const

/** An hour card for the yearly talk: what somebody is entitled to and what they did, line by line. Landscape A4. */
export function hourCardPdf(card: HourCardSheet): Promise<Buffer> {
  const { pdf, root, finish } = createPdf({
    title: `Urenkaart ${card.year}, ${card.holder}`,
    subject: `Scholing in het schooljaar ${card.year}`,
    author: card.region,
    demo: card.demo,
  })
  const lines = card.rows.map((row) => [
    formatDayYear(row.day),
    row.title,
    sourceWords[row.source],
    choiceWords(row.ownChoice),
    formatMinutes(row.minutes),
  ])
  const pages = split(lines)
  let body: Element | undefined
  let table: Element | undefined
  for (const [index, rows] of pages.entries()) {
    pdf.addPage()
    const top = index === 0 ? firstTop : laterTop
    if (index === 0) drawHead(pdf, root, card)
    table ??= group(pdf, root, 'Table')
    drawTableHead(pdf, index === 0 ? table : undefined, top)
    body ??= group(pdf, table, 'TBody')
    for (const [place, cells] of rows.entries())
      drawRow(pdf, body, cells, top + headHeight + place * rowHeight)
    const foot = `${card.region} · ${card.holder} · ${card.year} · blad ${index + 1} van ${pages.length} · gemaakt op ${formatDayYear(card.madeOn)}${card.demo ? ' · VOORBEELD' : ''}`
    artifact(
      pdf,
      () => drawLine(pdf, foot, margin, page.height - 24, { font: 'text', size: 8.5, fill: colour.soft }),
      'Pagination',
    )
  }
  return finish()
}

function split(lines: string[][]): string[][][] {
  const fits = (top: number) => Math.floor((bottom - top - headHeight) / rowHeight)
  const pages = [lines.slice(0, fits(firstTop))]
  for (let start = fits(firstTop); start < lines.length; start += fits(laterTop)) {
    pages.push(lines.slice(start, start + fits(laterTop)))
  }
  return pages
}

function drawHead(
  pdf: Pdf,
  root: Element,
  { holder, year, demo, sums, entitledMinutes, entitled }: HourCardSheet,
): void {
  tagged(pdf, root, 'P', () => drawLabel(pdf, `Urenkaart ${year}`, margin, 44, 10), {
    actual: `Urenkaart ${year}`,
  })
  const title = fitText(pdf, [{ text: holder, font: 'heading' }], {
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
  drawTitleBlock(
    pdf,
    root,
    strip,
    [
      {
        label: 'Recht',
        value: entitled.length > 0 ? formatMinutes(entitledMinutes) : 'niet bekend',
        weight: 1,
      },
      { label: 'Gedaan', value: formatMinutes(sums.total), weight: 1 },
      { label: 'Eigen keuze', value: formatMinutes(sums.ownChoice), weight: 1 },
      { label: 'In opdracht', value: formatMinutes(sums.assigned), weight: 1 },
      { label: 'Overgenomen', value: formatMinutes(sums.unknown), weight: 1 },
    ],
    12.5,
  )
}

/** The head of the table: read aloud once, and drawn on every page. */
function drawTableHead(pdf: Pdf, table: Element | undefined, top: number): void {
  const label = ({ title, x }: (typeof columns)[number]) => drawLabel(pdf, title, x + 4, top + 13, 8)
  if (!table) {
    artifact(pdf, () => columns.forEach(label), 'Pagination')
    return
  }
  const row = group(pdf, group(pdf, table, 'THead'), 'TR')
  for (const column of columns) {
    tagged(pdf, row, 'TH', () => label(column), { scope: 'Column', actual: column.title })
  }
}

function drawRow(pdf: Pdf, body: Element, cells: string[], top: number): void {
  artifact(pdf, () => {
    pdf
      .moveTo(margin, top)
      .lineTo(margin + width, top)
      .lineWidth(0.5)
      .stroke(colour.hairline)
  })
  const row = group(pdf, body, 'TR')
  for (const [index, column] of columns.entries()) {
    const text = fitText(pdf, [{ text: cells[index] ?? '', font: index === 1 ? 'bold' : 'text' }], {
      width: column.width - 8,
      height: rowHeight - 3,
      sizes: [11, 10, 9, 8, 7, 6, 5.5],
      leading: 1.2,
    })
    tagged(
      pdf,
      row,
      index === 1 ? 'TH' : 'TD',
      () => void drawBlock(pdf, text, column.x + 4, top + 4, colour.ink),
    )
  }
}
