import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { formatDayYear, formatMinutes } from '#app/ui/format.ts'
import { type Column, Table } from '#app/ui/table.tsx'
import type { HourRow } from '../hour-card.ts'
import { choiceWords, sourceWords } from '../hour-texts.ts'

const title = ({ source, id, title }: HourRow) =>
  source === 'certificate' || source === 'attendance' ? <a href={paths.myEnrolment(id)}>{title}</a> : title

const columns: Column<HourRow>[] = [
  { key: 'title', label: 'Wat', heading: true, cell: title },
  { key: 'day', label: 'Dag', nowrap: true, cell: ({ day }) => formatDayYear(day) },
  { key: 'source', label: 'Waar het vandaan komt', cell: ({ source }) => sourceWords[source] },
  { key: 'choice', label: 'Keuze', cell: (row) => choiceWords(row.ownChoice) },
  {
    key: 'minutes',
    label: 'Uren',
    align: 'end',
    nowrap: true,
    cell: ({ minutes }) => formatMinutes(minutes),
  },
]

const change: Column<HourRow> = {
  key: 'change',
  label: 'Wijzigen',
  unlabelled: true,
  cell: ({ source, id, ownChoice, title }) =>
    (source === 'certificate' || source === 'attendance') && (
      <form method="post">
        <input type="hidden" name="act" value="choose" />
        <input type="hidden" name="enrolmentId" value={id} />
        <Button
          kind="quiet"
          small
          name="ownChoice"
          value={ownChoice ? 'assigned' : 'own'}
          aria-label={`${title}: ${ownChoice ? 'was in opdracht' : 'was eigen keuze'}`}
        >
          {ownChoice ? 'Was in opdracht' : 'Was eigen keuze'}
        </Button>
      </form>
    ),
}

/** Every row behind the hours; on one's own card with the way to say whose choice it was. */
export function HourRows({ rows, own }: { rows: HourRow[]; own: boolean }) {
  return (
    <Table
      caption="Waar de uren vandaan komen"
      rows={rows}
      rowKey={({ source, id }) => `${source} ${id}`}
      columns={
        own
          ? [...columns, change]
          : columns.map((it) => (it.key === 'title' ? { ...it, cell: (row: HourRow) => row.title } : it))
      }
    />
  )
}
