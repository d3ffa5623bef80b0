import { BarChart } from '#app/ui/bar-chart.tsx'
import { type Dimension, dimensionWords, type FigureFilter, type Measure, measureWords } from '../figure.ts'
import { figureWords } from '../figure-texts.ts'
import { rowsHref } from './figure-table.tsx'

type Props = {
  caption: string
  measure: Measure
  per: Dimension
  filter: FigureFilter
  lines: { key: string; label: string; value: number }[]
}

/** One measure of a breakdown as bars; each opens to its rows, as the number in the table does. */
export function FigureChart({ caption, measure, per, filter, lines }: Props) {
  return (
    <BarChart
      caption={caption}
      labelName={dimensionWords[per].title}
      valueName={measureWords[measure].title}
      bars={lines.map((line) => ({
        label: line.label,
        value: line.value,
        text: figureWords(measure, line.value),
        href: line.value > 0 ? rowsHref(measure, { ...filter, [per]: line.key }) : undefined,
      }))}
    />
  )
}
