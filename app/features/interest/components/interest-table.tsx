import { paths } from '#app/paths.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { formatDayYear } from '#app/ui/format.ts'
import { type Column, Table } from '#app/ui/table.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import type { OfferingInterest } from '../interest-queries.server.ts'

const columns: Column<OfferingInterest>[] = [
  {
    key: 'title',
    label: 'Aanbod',
    heading: true,
    cell: ({ id, title }) => <TextLink href={paths.manageOfferingInterest(id)}>{title}</TextLink>,
  },
  { key: 'people', label: 'Mensen', align: 'end', cell: ({ people }) => people },
  { key: 'minimum', label: 'Minimum', align: 'end', cell: ({ minimum }) => minimum },
  { key: 'schools', label: 'Scholen', align: 'end', cell: ({ schools }) => schools },
  { key: 'editions', label: 'Data open', align: 'end', cell: ({ editions }) => editions },
  { key: 'since', label: 'Sinds', nowrap: true, cell: ({ since }) => formatDayYear(since) },
  {
    key: 'act',
    label: 'Wat nu',
    unlabelled: true,
    cell: ({ id, title }) => (
      <LinkButton
        kind="secondary"
        small
        href={paths.manageOfferingInterest(id)}
        aria-label={`Bekijk de beste data: ${title}`}
      >
        Beste data
      </LinkButton>
    ),
  },
]

/** What people wait for, the most wanted first. */
export function InterestTable({ offerings }: { offerings: OfferingInterest[] }) {
  return (
    <Table caption="Belangstelling per aanbod" columns={columns} rows={offerings} rowKey={({ id }) => id} />
  )
}
