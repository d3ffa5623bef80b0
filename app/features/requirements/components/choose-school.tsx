import { paths } from '#app/paths.ts'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import { filterField } from '#app/ui/filter-field.ts'
import { SelectField } from '#app/ui/select-field.tsx'

type School = { id: number; name: string; town: string }

/** A coordinator looks at one school at a time. */
export function ChooseSchool({ schools, schoolId }: { schools: School[]; schoolId: number | undefined }) {
  return (
    <FilterBar label="het team" {...(schoolId !== undefined && { clearHref: paths.team() })}>
      <SelectField
        field={filterField('school', schoolId === undefined ? '' : String(schoolId))}
        label="School"
        empty="Kies een school"
        choices={schools.map(({ id, name, town }) => ({ value: id, label: `${name}, ${town}` }))}
      />
    </FilterBar>
  )
}
