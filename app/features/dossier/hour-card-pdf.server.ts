import { tableSheetPdf } from '#app/platform/pdf/table-sheet.server.ts'
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

/** An hour card for the yearly talk: what somebody is entitled to and what they did, line by line. Landscape A4. */
export function hourCardPdf(card: HourCardSheet): Promise<Buffer> {
  const { holder, year, region, demo, madeOn, sums, entitled, entitledMinutes } = card
  const cell = (label: string, value: string) => ({ label, value, weight: 1 })
  return tableSheetPdf({
    title: `Urenkaart ${year}, ${holder}`,
    subject: `Scholing in het schooljaar ${year}`,
    author: region,
    demo,
    label: `Urenkaart ${year}`,
    heading: holder,
    cells: [
      cell('Recht', entitled.length > 0 ? formatMinutes(entitledMinutes) : 'niet bekend'),
      cell('Gedaan', formatMinutes(sums.total)),
      cell('Eigen keuze', formatMinutes(sums.ownChoice)),
      cell('In opdracht', formatMinutes(sums.assigned)),
      cell('Overgenomen', formatMinutes(sums.unknown)),
    ],
    tables: [
      {
        columns: [
          { title: 'Dag', weight: 92 },
          { title: 'Wat', weight: 372, heading: true },
          { title: 'Waar het vandaan komt', weight: 130 },
          { title: 'Keuze', weight: 90 },
          { title: 'Uren', weight: 90 },
        ],
        rows: card.rows.map((row) => [
          formatDayYear(row.day),
          row.title,
          sourceWords[row.source],
          choiceWords(row.ownChoice),
          formatMinutes(row.minutes),
        ]),
      },
    ],
    foot: `${region} · ${holder} · ${year} · gemaakt op ${formatDayYear(madeOn)}`,
  })
}
