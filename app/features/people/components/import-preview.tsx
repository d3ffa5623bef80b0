import { formatCount, formatDayYear } from '#app/ui/format.ts'
import { StateBadge, type Tone } from '#app/ui/state-badge.tsx'
import { Table } from '#app/ui/table.tsx'
import { TitleBlock } from '#app/ui/title-block.tsx'
import { membershipRoleWords } from '../membership-texts.ts'
import type { ImportPreviewData } from '../people-import-queries.server.ts'

const outcomes: Record<ImportPreviewData['rows'][number]['outcome'], { tone: Tone; word: string }> = {
  new: { tone: 'ok', word: 'nieuwe persoon' },
  start: { tone: 'ok', word: 'bekend, werk erbij' },
  change: { tone: 'warn', word: 'bekend, ander team' },
  unchanged: { tone: 'neutral', word: 'staat er al zo' },
}

/** What carrying out a file will change: in numbers, and row by row for as many as one reads. */
export function ImportPreview({ counts, rows }: ImportPreviewData) {
  return (
    <>
      <TitleBlock
        cells={[
          { label: 'Nieuwe mensen', value: counts.newPeople },
          { label: 'Al bekend', value: counts.knownPeople },
          { label: 'Werk erbij', value: counts.starts },
          { label: 'Ander team', value: counts.changes },
          { label: 'Verandert niet', value: counts.unchanged },
        ]}
      />
      <Table
        caption="Wat er per regel verandert"
        rows={rows}
        rowKey={(row) => row.line}
        columns={[
          { key: 'name', label: 'Naam', heading: true, cell: (row) => row.name },
          { key: 'address', label: 'E-mailadres', cell: (row) => row.address },
          {
            key: 'work',
            label: 'Werk',
            cell: (row) =>
              `${membershipRoleWords[row.role]}, ${[row.organisation, row.team].filter(Boolean).join(', ')}`,
          },
          { key: 'from', label: 'Vanaf', cell: (row) => formatDayYear(row.startsOn) },
          {
            key: 'outcome',
            label: 'Wat er gebeurt',
            cell: (row) => (
              <StateBadge tone={outcomes[row.outcome].tone}>
                {outcomes[row.outcome].word}
                {row.knownAs && ` (als ${row.knownAs})`}
              </StateBadge>
            ),
          },
          { key: 'line', label: 'Regel', align: 'end', cell: (row) => row.line },
        ]}
      />
      {counts.rows > rows.length && (
        <p>
          En nog {formatCount(counts.rows - rows.length, 'regel', 'regels')}. De wijzigingen staan bovenaan.
        </p>
      )}
    </>
  )
}
