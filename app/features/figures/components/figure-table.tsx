import { paths } from '#app/paths.ts'
import { type Column, Table } from '#app/ui/table.tsx'
import {
  type Dimension,
  dimensionWords,
  type FigureFilter,
  type Figures,
  filterQuery,
  type Measure,
  measures,
  measureWords,
} from '../figure.ts'
import type { FigureLine } from '../figure-queries.server.ts'
import { figureWords } from '../figure-texts.ts'

type Row = Figures & { key: string | null; label: string }
type Props = { filter: FigureFilter; per: Dimension; lines: FigureLine[]; total: Figures }

/** The address of the rows behind one number. */
export function rowsHref(measure: Measure, filter: FigureFilter): string {
  return paths.figureRows(measureWords[measure].slug) + filterQuery(filter)
}

/** All numbers of a breakdown; each opens to its rows. Zero opens to nothing, so it is no link. */
export function FigureTable({ filter, per, lines, total }: Props) {
  const rows: Row[] = [...lines, { ...total, key: null, label: 'Totaal, elk één keer' }]
  const cell = (measure: Measure) => (row: Row) => {
    const words = figureWords(measure, row[measure])
    if (row[measure] === 0) return words
    const of = row.key === null ? filter : { ...filter, [per]: row.key }
    const name = `${measureWords[measure].title}, ${row.label}: ${words}`
    return (
      <a href={rowsHref(measure, of)} aria-label={name}>
        {words}
      </a>
    )
  }
  const columns: Column<Row>[] = [
    {
      key: 'label',
      label: dimensionWords[per].title,
      heading: true,
      cell: (row) => (row.key === null ? <strong>{row.label}</strong> : row.label),
    },
    ...measures.map(
      (measure): Column<Row> => ({
        key: measure,
        label: measureWords[measure].title,
        align: 'end',
        nowrap: true,
        cell: cell(measure),
      }),
    ),
  ]
  return (
    <Table
      caption={`Cijfers naar ${dimensionWords[per].title.toLowerCase()}`}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.key ?? 'total'}
    />
  )
}
