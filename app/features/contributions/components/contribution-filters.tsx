import { paths } from '#app/paths.ts'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import { filterField } from '#app/ui/filter-field.ts'
import { formatMonth } from '#app/ui/format.ts'
import { SelectField } from '#app/ui/select-field.tsx'
import { filterStates, filterStateWords } from '../contribution-filter.ts'
import type { ContributionFilter } from '../contribution-queries.server.ts'

type Props = {
  filter: ContributionFilter
  organisations: { id: number; name: string }[]
  projects: { number: number; title: string }[]
  months: string[]
  years: number[]
}

export function ContributionFilters({ filter, organisations, projects, months, years }: Props) {
  const filtered = Object.values(filter).some((value) => value !== undefined)
  return (
    <FilterBar label="de bijdragen" clearHref={filtered ? paths.manageContributions() : undefined}>
      <SelectField
        field={filterField('stand', filter.state)}
        label="Stand"
        empty="alle"
        choices={filterStates.map((value) => ({ value, label: filterStateWords[value] }))}
      />
      <SelectField
        field={filterField('organisatie', filter.organisationId?.toString())}
        label="Organisatie"
        empty="alle"
        choices={organisations.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <SelectField
        field={filterField('project', filter.projectNumber?.toString())}
        label="Project"
        empty="alle"
        choices={projects.map(({ number, title }) => ({ value: number, label: `${number}. ${title}` }))}
      />
      <SelectField
        field={filterField('maand', filter.month)}
        label="Maand"
        empty="alle"
        choices={months.map((value) => ({ value, label: formatMonth(`${value}-01`) }))}
      />
      <SelectField
        field={filterField('jaar', filter.schoolYear?.toString())}
        label="Schooljaar"
        empty="alle"
        choices={years.map((year) => ({ value: year, label: `${year}-${year + 1}` }))}
      />
    </FilterBar>
  )
}
