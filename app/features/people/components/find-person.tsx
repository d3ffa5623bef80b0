import { paths } from '#app/paths.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import { filterField } from '#app/ui/filter-field.ts'
import { Table } from '#app/ui/table.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { MembershipInList } from '../managed-people-queries.server.ts'
import { membershipInWords } from '../membership-texts.ts'

type Row = { id: number; name: string; address: string | null; memberships: MembershipInList[] }
type Props = {
  words: string | undefined
  /** What was found; undefined when nothing was looked for. */
  people: Row[] | undefined
  /** Where choosing somebody leads. */
  href: (personId: number) => string
  /** Goes along with the search: what was chosen before. */
  keep?: Record<string, string>
}

/** Finds one person by a part of their name, address or school. */
export function FindPerson({ words, people, href, keep = {} }: Props) {
  return (
    <>
      <FilterBar label="de mensen" button="Zoek">
        {Object.entries(keep).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <TextField field={filterField('zoek', words)} label="Naam, e-mailadres of school" type="search" />
      </FilterBar>
      {people?.length === 0 && (
        <EmptyState title="Niemand gevonden" act={<a href={paths.newPerson()}>Nieuwe persoon</a>}>
          Zoek met een ander woord, of voeg deze persoon toe.
        </EmptyState>
      )}
      {people && people.length > 0 && (
        <Table
          caption="Gevonden mensen"
          rows={people}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'name',
              label: 'Naam',
              heading: true,
              cell: (row) => <a href={href(row.id)}>{row.name}</a>,
            },
            {
              key: 'work',
              label: 'Werk',
              cell: ({ memberships: [first] }) => (first ? membershipInWords(first) : 'nergens'),
            },
            { key: 'address', label: 'E-mailadres', cell: (row) => row.address ?? 'geen' },
          ]}
        />
      )}
    </>
  )
}
