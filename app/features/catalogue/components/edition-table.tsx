import { paths } from '#app/paths.ts'
import { formatDayYear } from '#app/ui/format.ts'
import { StateBadge } from '#app/ui/state-badge.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import { type EditionStatusName, editionStatusTones, editionStatusWords } from '../catalogue-texts.ts'

type Row = {
  id: number
  code: string
  title: string
  status: EditionStatusName
  startsAt: Date | null
  capacity: number
  minimum: number
  placesHeld: number
  waiting: number
}

const tooFew = (row: Row) => row.status === 'open' && row.placesHeld < row.minimum

/** Editions as a coordinator looks them over: when, how full, and how they stand. */
export function EditionTable({ editions, withoutTitle }: { editions: Row[]; withoutTitle?: boolean }) {
  const columns: Column<Row>[] = [
    {
      key: 'edition',
      label: 'Uitvoering',
      heading: true,
      cell: (row) => (
        <a href={paths.manageEdition(row.id)}>{withoutTitle ? row.code : `${row.title}, ${row.code}`}</a>
      ),
    },
    {
      key: 'start',
      label: 'Begint',
      nowrap: true,
      cell: (row) => (row.startsAt ? formatDayYear(row.startsAt) : 'nog geen datum'),
    },
    {
      key: 'places',
      label: 'Plekken',
      align: 'end',
      nowrap: true,
      cell: (row) => `${row.placesHeld} van ${row.capacity}`,
    },
    { key: 'waiting', label: 'Wachtlijst', align: 'end', cell: (row) => row.waiting },
    {
      key: 'status',
      label: 'Stand',
      cell: (row) => (
        <StateBadge tone={tooFew(row) ? 'warn' : editionStatusTones[row.status]}>
          {editionStatusWords[row.status]}
          {row.status === 'open' &&
            row.placesHeld < row.minimum &&
            `, nog ${row.minimum - row.placesHeld} nodig`}
        </StateBadge>
      ),
    },
  ]
  return <Table caption="Uitvoeringen" columns={columns} rows={editions} rowKey={(row) => row.id} />
}
