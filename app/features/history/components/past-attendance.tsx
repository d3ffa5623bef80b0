import { paths } from '#app/paths.ts'
import { formatFullDay, formatMinutes } from '#app/ui/format.ts'
import { Table } from '#app/ui/table.tsx'
import type { PastAttendance as Past } from '../history-queries.server.ts'

type Props = {
  past: Past
  /** Whether each row says in which list it came. */
  withLists?: boolean
}

/** What somebody did before the portal, a table each school year. */
export function PastAttendance({ past, withLists }: Props) {
  const years = [...Map.groupBy(past.rows, ({ schoolYear }) => schoolYear)]
  return (
    <>
      {years.map(([year, rows]) => (
        <Table
          key={year}
          caption={`Schooljaar ${year}: ${formatMinutes(past.minutesOf[year] ?? 0)}`}
          captionHidden={false}
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            { key: 'title', label: 'Titel', heading: true, cell: (row) => row.title },
            { key: 'day', label: 'Datum', nowrap: true, cell: (row) => formatFullDay(row.heldOn) },
            { key: 'school', label: 'School toen', cell: (row) => row.organisation ?? 'niet genoemd' },
            {
              key: 'hours',
              label: 'Uren',
              align: 'end',
              nowrap: true,
              cell: (row) => formatMinutes(row.minutes),
            },
            ...(withLists
              ? [
                  {
                    key: 'list',
                    label: 'Uit lijst',
                    cell: (row: Past['rows'][number]) => (
                      <a href={paths.historyImport(row.importId)}>{`${row.fileName}, regel ${row.line}`}</a>
                    ),
                  },
                ]
              : []),
          ]}
        />
      ))}
      {past.total > past.rows.length && (
        <p>
          Dit zijn de laatste {past.rows.length}, van {past.total}.
        </p>
      )}
    </>
  )
}
