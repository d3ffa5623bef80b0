import { paths } from '#app/paths.ts'
import { formatCents, formatDayYear, formatMinutes } from '#app/ui/format.ts'
import { StateBadge } from '#app/ui/state-badge.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import type {
  ContributionRow,
  FigureRows,
  OrganisationRow,
  ParticipationRow,
  PersonRow,
} from '../figure-rows-queries.server.ts'

const hoursOf = (row: { minutes: number }) => formatMinutes(row.minutes)
const hours = <Row extends { minutes: number }>(): Column<Row> => ({
  key: 'minutes',
  label: 'Uren',
  align: 'end',
  nowrap: true,
  cell: hoursOf,
})

const participationColumns: Column<ParticipationRow>[] = [
  {
    key: 'name',
    label: 'Wie',
    heading: true,
    cell: (row) => <a href={paths.managePerson(row.personId)}>{row.name}</a>,
  },
  { key: 'organisation', label: 'Organisatie', cell: (row) => row.organisation ?? 'niet bekend' },
  {
    key: 'title',
    label: 'Waarbij',
    cell: (row) =>
      row.editionId ? (
        <a href={paths.manageEdition(row.editionId)}>{`${row.title}, ${row.code}`}</a>
      ) : (
        <>
          {row.title} <StateBadge>overgenomen</StateBadge>
        </>
      ),
  },
  { key: 'project', label: 'Project', align: 'end', cell: (row) => row.projectNumber ?? 'geen' },
  { key: 'day', label: 'Eerste dag', nowrap: true, cell: (row) => formatDayYear(row.firstDay) },
  hours(),
]

const personColumns: Column<PersonRow>[] = [
  {
    key: 'name',
    label: 'Wie',
    heading: true,
    cell: (row) => <a href={paths.managePerson(row.personId)}>{row.name}</a>,
  },
  { key: 'organisations', label: 'Organisaties', cell: (row) => row.organisations ?? 'niet bekend' },
  { key: 'participations', label: 'Deelnames', align: 'end', cell: (row) => row.participations },
  hours(),
]

const organisationColumns: Column<OrganisationRow>[] = [
  {
    key: 'name',
    label: 'Organisatie',
    heading: true,
    cell: (row) => <a href={paths.manageOrganisation(row.organisationId)}>{row.name}</a>,
  },
  { key: 'town', label: 'Plaats', cell: (row) => row.town },
  { key: 'people', label: 'Mensen', align: 'end', cell: (row) => row.people },
  { key: 'participations', label: 'Deelnames', align: 'end', cell: (row) => row.participations },
  hours(),
  {
    key: 'cents',
    label: 'Bijdragen',
    align: 'end',
    nowrap: true,
    cell: (row) => formatCents(row.cents),
  },
]

const contributionColumns: Column<ContributionRow>[] = [
  {
    key: 'organisation',
    label: 'Wie',
    heading: true,
    cell: (row) => <a href={paths.manageOrganisation(row.organisationId)}>{row.organisation}</a>,
  },
  { key: 'what', label: 'Wat', cell: (row) => row.what },
  { key: 'source', label: 'Waarbij', cell: (row) => row.source },
  { key: 'day', label: 'Dag', nowrap: true, cell: (row) => formatDayYear(row.day) },
  { key: 'project', label: 'Project', align: 'end', cell: (row) => row.projectNumber },
  { key: 'cents', label: 'Waarde', align: 'end', nowrap: true, cell: (row) => formatCents(row.cents) },
]

/** The rows behind a number, by what they are. */
export function FigureRowTable({ found, caption }: { found: FigureRows; caption: string }) {
  switch (found.kind) {
    case 'participation':
      return (
        <Table
          caption={caption}
          columns={participationColumns}
          rows={found.rows}
          rowKey={(row) => row.participation}
        />
      )
    case 'person':
      return (
        <Table caption={caption} columns={personColumns} rows={found.rows} rowKey={(row) => row.personId} />
      )
    case 'organisation':
      return (
        <Table
          caption={caption}
          columns={organisationColumns}
          rows={found.rows}
          rowKey={(row) => row.organisationId}
        />
      )
    case 'contribution':
      return (
        <Table caption={caption} columns={contributionColumns} rows={found.rows} rowKey={(row) => row.id} />
      )
  }
}
