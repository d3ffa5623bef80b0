import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import type { Cell, Column, Spreadsheet } from '#app/platform/spreadsheet/spreadsheet.ts'
import type { Db } from '#db/client.server.ts'
import { finishFile } from './export-file.server.ts'
import { exportMost } from './export-list.ts'
import {
  type Dimension,
  dimensions,
  dimensionWords,
  type FigureFilter,
  type Figures,
  type Measure,
  measures,
  measureWords,
} from './figure.ts'
import { listFigures, readFigures } from './figure-queries.server.ts'
import { listFigureRows } from './figure-rows-queries.server.ts'

type Table = { columns: Column[]; rows: Record<string, Cell>[]; cut: boolean }

const hours = (minutes: number) => Math.round((minutes / 60) * 100) / 100
const euros = (cents: number) => cents / 100
const inFile = (figures: Figures): Record<Measure, number> => ({
  ...figures,
  minutes: hours(figures.minutes),
  cents: euros(figures.cents),
})

/** The numbers of a breakdown, with the total below it, to take along. */
export async function figuresFile(
  db: Db,
  actor: Actor,
  filter: FigureFilter,
  dimension: Dimension,
): Promise<Spreadsheet> {
  authorize(actor, 'figures.see')
  const [{ lines, total }, all] = await Promise.all([
    listFigures(db, filter, dimension, { most: exportMost }),
    readFigures(db, filter),
  ])
  const rows: Table['rows'] = lines.map((line) => ({ label: line.label, ...inFile(line) }))
  rows.push({ label: 'Totaal, elk één keer', ...inFile(all) })
  const columns: Column[] = [
    { key: 'label', title: dimensionWords[dimension].title, kind: 'text' },
    ...measures.map((key): Column => ({ key, title: columnTitle(key), kind: 'number' })),
  ]
  const name = `cijfers-per-${dimensionWords[dimension].slug}`
  return finishFile(db, actor, name, { columns, rows, cut: total > lines.length }, detailsOf(filter))
}

/** The rows behind one number, to take along. */
export async function figureRowsFile(
  db: Db,
  actor: Actor,
  filter: FigureFilter,
  measure: Measure,
): Promise<Spreadsheet> {
  authorize(actor, 'figures.see')
  const found = await listFigureRows(db, measure, filter, { most: exportMost, skip: 0 })
  const rows = found.rows.map((row) => ({ ...row }) as Record<string, Cell>)
  for (const row of rows) {
    row.hours = hours(Number(row.minutes ?? 0))
    row.euros = euros(Number(row.cents ?? 0))
    if (found.kind === 'participation') row.source = row.takenOver ? 'overgenomen lijst' : 'presentie'
  }
  const table = { columns: rowColumns[found.kind], rows, cut: found.total > rows.length }
  return finishFile(db, actor, `cijfers-${measureWords[measure].slug}`, table, detailsOf(filter))
}

const columnTitle = (measure: Measure) =>
  measure === 'cents' ? 'Bijdragen in euro' : measureWords[measure].title

const text = (key: string, title: string): Column => ({ key, title, kind: 'text' })
const number = (key: string, title: string): Column => ({ key, title, kind: 'number' })
const rowColumns: Record<Awaited<ReturnType<typeof listFigureRows>>['kind'], Column[]> = {
  participation: [
    text('name', 'Naam'),
    text('organisation', 'Organisatie'),
    text('title', 'Titel'),
    text('code', 'Uitvoering'),
    number('projectNumber', 'Project'),
    { key: 'firstDay', title: 'Eerste dag', kind: 'day' },
    number('hours', 'Uren'),
    text('source', 'Uit'),
  ],
  person: [
    text('name', 'Naam'),
    text('organisations', 'Organisaties'),
    number('participations', 'Deelnames'),
    number('hours', 'Uren'),
  ],
  organisation: [
    text('name', 'Naam'),
    text('town', 'Plaats'),
    number('people', 'Mensen'),
    number('participations', 'Deelnames'),
    number('hours', 'Uren'),
    number('euros', 'Bijdragen in euro'),
  ],
  contribution: [
    { key: 'day', title: 'Dag', kind: 'day' },
    text('organisation', 'Organisatie'),
    text('what', 'Wat'),
    text('source', 'Waarbij'),
    number('projectNumber', 'Project'),
    number('hours', 'Uren'),
    number('euros', 'Euro'),
  ],
}

/** For the journal: which part was taken along. */
const detailsOf = (filter: FigureFilter): Record<string, string> =>
  Object.fromEntries(
    dimensions.flatMap((dimension) => {
      const value = filter[dimension]
      return value ? [[dimensionWords[dimension].slug, value]] : []
    }),
  )
