import { paths } from '#app/paths.ts'
import { FilterBar, MoreFilters } from '#app/ui/filter-bar.tsx'
import { filterField } from '#app/ui/filter-field.ts'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { moduleLevels, moduleLicences } from '../module.ts'
import { isModuleFiltered, type ModuleFilter } from '../module-filter.ts'
import type { ModuleChoices } from '../module-queries.server.ts'
import { levelNames, licenceWords, moduleTexts as texts } from '../module-texts.ts'

const lessonChoices = [1, 2, 4, 8]

export function ModuleFilters({ filter, choices }: { filter: ModuleFilter; choices: ModuleChoices }) {
  return (
    <FilterBar
      label="praktijkmodules"
      action={paths.modules()}
      button="Zoek"
      {...(isModuleFiltered(filter) && { clearHref: paths.modules() })}
    >
      <TextField field={filterField('zoek', filter.search)} label={texts.searchLabel} type="search" />
      <SelectField
        field={filterField('profiel', filter.profile)}
        label="Profiel"
        empty="elk profiel"
        choices={choices.profiles.map(({ code, title }) => ({ value: code, label: `${code}: ${title}` }))}
      />
      <SelectField
        field={filterField('niveau', filter.level)}
        label="Niveau"
        empty="elk niveau"
        choices={moduleLevels.map((level) => ({ value: level, label: levelNames[level] }))}
      />
      <SelectField
        field={filterField('lesuren', filter.lessons?.toString())}
        label="Duur"
        empty="elke duur"
        choices={lessonChoices.map((lessons) => ({
          value: lessons,
          label: `hooguit ${texts.lessons(lessons)}`,
        }))}
      />
      <MoreFilters open={usesMore(filter)}>
        <SelectField
          field={filterField('module', filter.examModule)}
          label="Examenmodule"
          empty="elke module"
          choices={choices.examModules.map(({ code, title }) => ({ value: code, label: `${code} ${title}` }))}
        />
        <SelectField
          field={filterField('bedrijf', filter.company?.toString())}
          label="Bedrijf"
          empty="elk bedrijf"
          choices={choices.companies.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <SelectField
          field={filterField('gebruik', filter.licence)}
          label={texts.use}
          empty="elk gebruik"
          choices={moduleLicences.map((licence) => ({ value: licence, label: licenceWords[licence].name }))}
        />
      </MoreFilters>
    </FilterBar>
  )
}

const usesMore = ({ examModule, company, licence }: ModuleFilter) =>
  [examModule, company, licence].some((value) => value !== null)
