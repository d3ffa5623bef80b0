import { FilterBar } from '#app/ui/filter-bar.tsx'
import { filterField } from '#app/ui/filter-field.ts'
import { SelectField } from '#app/ui/select-field.tsx'
import {
  type Dimension,
  dimensions,
  dimensionWords,
  type FigureFilter,
  type Measure,
  measures,
  measureWords,
} from '../figure.ts'
import type { FigureChoices } from '../figure-queries.server.ts'

type Props = {
  filter: FigureFilter
  choices: FigureChoices
  per: Dimension
  measure: Measure
  clearHref: string | undefined
}

/** What is shown: of which year, project and so on, by what, and which number the bars draw. */
export function FigureFilters({ filter, choices, per, measure, clearHref }: Props) {
  return (
    <FilterBar label="de cijfers" clearHref={clearHref}>
      <SelectField
        field={filterField('per', dimensionWords[per].slug)}
        label="Verdeeld naar"
        choices={dimensions.map((dimension) => ({
          value: dimensionWords[dimension].slug,
          label: dimensionWords[dimension].title,
        }))}
      />
      <SelectField
        field={filterField('teken', measureWords[measure].slug)}
        label="Balken tonen"
        choices={measures.map((one) => ({ value: measureWords[one].slug, label: measureWords[one].title }))}
      />
      {(['year', 'project', 'goal', 'profile', 'organisation'] as const).map((dimension) => (
        <SelectField
          key={dimension}
          field={filterField(dimensionWords[dimension].slug, filter[dimension])}
          label={dimensionWords[dimension].title}
          empty={`Alle ${dimensionWords[dimension].many}`}
          choices={choices[dimension]}
        />
      ))}
    </FilterBar>
  )
}
